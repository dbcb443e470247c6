internal import LogReading
internal import Platform
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  // MARK: News from the supervisor

  /// The supervisor wrote something into the run's directory, or is gone.
  func readReport(of id: RunID) {
    guard let run = runs[id] else { return }
    var buffer = [UInt8](repeating: 0, count: 16)
    // An error of a pipe's end means the same as its end.
    let count = buffer.withUnsafeMutableBytes { (try? run.report?.descriptor.read(into: $0)) ?? 0 }
    let isGone = count == 0
    if isGone, let report = run.report.take() {
      loop.unwatch(report.token, descriptor: report.descriptor.number)
    }
    do throws(RecordError) {
      try refresh(run, supervisorIsGone: isGone)
    } catch {
      complain("The record of \(id) cannot be read: \(error)")
    }
  }

  /// Takes what the run's directory says now.
  private func refresh(_ run: ManagedRun, supervisorIsGone: Bool) throws(RecordError) {
    guard run.pendingEnd == nil, !run.isEnded else { return }
    if run.startedProcess == nil, let process = try run.directory.process() { begin(run, process) }
    if let record = try run.directory.exitRecord() {
      end(run, with: record)
    } else if supervisorIsGone {
      try concludeWithoutSupervisor(run)
    }
  }

  /// What becomes of a run whose supervisor is gone.
  func concludeWithoutSupervisor(_ run: ManagedRun) throws(RecordError) {
    guard case .ended(let record) = try run.directory.condition() else {
      // Of a process that is being killed the descriptors go one after the other: its lock may still be there.
      return lookAgain(at: run.id)
    }
    if record.outcome == .lost { sweep(run) }
    end(run, with: record)
  }

  /// The training's process runs.
  func begin(_ run: ManagedRun, _ process: StartedProcess) {
    run.startedProcess = process
    run.startedInstant = process.startedMonotonic.map(MonotonicInstant.init)
    run.state = .running(process: process.identity, startedAt: process.startedAt)
    watchLog(of: run)
    if let request = run.pendingStop.take() { send(request, to: run) }
    notify(run)
    followLog(of: run.id)
  }

  var now: Timestamp { Timestamp(nanoseconds: SystemClock.wallNanoseconds()) }

  /// Stops what a run whose supervisor was killed left behind: it carries the run's name in its environment.
  private func sweep(_ run: ManagedRun) {
    // Again for what was born meanwhile; each round kills all that there is, so few are needed.
    for _ in 1...10 {
      let left = ProcessTable.carrying("SIGNALBOX_RUN_ID", run.id.rawValue)
      if left.isEmpty { return }
      for process in left {
        ProcessTable.send(SystemSignal.kill, to: process.pid, startedAt: process.startTime)
      }
    }
  }

  // MARK: The log

  private func watchLog(of run: ManagedRun) {
    do throws(SystemError) {
      if watcher == nil {
        let new = try FileWatcher()
        _ = try loop.watch(new.descriptor) { [self] in assumeIsolated { $0.readWatcher() } }
        watcher = consume new
      }
      guard let watch = try watcher?.add(run.directory.logPath) else { return }
      watchedRuns[watch.number] = run.id
      run.follower.watch = consume watch
    } catch {
      complain("The log of \(run.id) cannot be watched, so it is only read at the end: \(error)")
    }
  }

  private func readWatcher() {
    for number in watcher?.take() ?? [] {
      if let id = watchedRuns[number] { logGrew(id) }
    }
  }

  private func logGrew(_ id: RunID) {
    guard let run = runs[id], !run.isEnded, !run.follower.isScheduled else { return }
    let now = SystemClock.monotonic()
    let next = run.follower.lastRead?.advanced(bySeconds: LogFollower.interval)
    guard let next, next > now else { return followLog(of: id) }
    run.follower.isScheduled = true
    _ = loop.schedule(at: next) { [self] in assumeIsolated { $0.followLog(of: id) } }
  }

  /// Reads a piece of the log; the rest, if there is one, in a turn of its own.
  func followLog(of id: RunID) {
    guard let run = runs[id], !run.isEnded else { return }
    run.follower.isScheduled = false
    run.follower.lastRead = SystemClock.monotonic()
    var hasMore = false
    do throws(SystemError) {
      let piece = try run.follower.readPiece()
      hasMore = piece.hasMore
      take(piece.events, of: run)
      if run.isCatchingUp { take(try run.follower.leap(), of: run) }
      if !hasMore { run.isCatchingUp = false }
    } catch {
      complain("The log of \(id) cannot be read: \(error)")
    }
    if hasMore {
      run.follower.isScheduled = true
      _ = loop.schedule(at: SystemClock.monotonic()) { [self] in assumeIsolated { $0.followLog(of: id) } }
    } else if let record = run.pendingEnd {
      conclude(run, with: record)
    }
  }

  func take(_ events: [LogEvent], of run: ManagedRun) {
    for event in events {
      guard case .trainingStarted = event.kind, run.trainingStarted == nil else { continue }
      let moment = ManagedRun.TrainingStart.Moment(wall: now, instant: SystemClock.monotonic())
      run.trainingStarted = ManagedRun.TrainingStart(moment: run.isCatchingUp ? nil : moment)
      notify(run)
    }
  }

  // MARK: The end

  /// The run has ended; it is said so once its log is read to the end.
  private func end(_ run: ManagedRun, with record: ExitRecord) {
    guard run.pendingEnd == nil, !run.isEnded else { return }
    run.pendingEnd = record
    run.lifeline = nil
    if !run.follower.isScheduled { followLog(of: run.id) }
  }

  func conclude(_ run: ManagedRun, with record: ExitRecord) {
    take(run.follower.finish(), of: run)
    if let watch = run.supervisorWatch.take() {
      loop.unwatch(watch.token, descriptor: watch.watch.descriptor)
    }
    if let watch = run.follower.watch.take() {
      watchedRuns[watch.number] = nil
      watcher?.remove(watch)
    }
    let ending = RunEnding(
      record, specification: run.specification, log: run.follower.picture, file: run.log,
      size: run.follower.size())
    run.errorSummary = ending.errorSummary
    run.endWarnings = ending.warnings
    run.state = .ended(record)
    run.pendingEnd = nil
    notify(run)
  }
}
