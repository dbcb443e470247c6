internal import LogReading
internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  // MARK: News from the supervisor

  /// The supervisor wrote something into the run's directory, or is gone.
  func readReport(of id: RunID) {
    guard let run = live[id] else { return }
    var buffer = [UInt8](repeating: 0, count: 16)
    // An error of a pipe's end means the same as its end.
    let count = buffer.withUnsafeMutableBytes { (try? run.report?.descriptor.read(into: $0)) ?? 0 }
    let isGone = count == 0
    if isGone { unwatchReport(of: run) }
    do throws(RecordError) {
      try refresh(run, supervisorIsGone: isGone)
    } catch {
      complain("The record of \(id) cannot be read: \(error)")
      // What could not be read just now, for want of a descriptor, may be read later.
      lookAgain(at: id)
    }
  }

  /// Takes what the run's directory says now.
  func refresh(_ run: ManagedRun, supervisorIsGone: Bool) throws(RecordError) {
    guard !run.hasExited else { return }
    if run.process == nil, let process = try run.directory.process() { begin(run, process) }
    if let record = try run.directory.exitRecord() {
      try conclude(run, with: record)
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
    try conclude(run, with: record)
  }

  /// The training's process runs.
  func begin(_ run: ManagedRun, _ process: StartedProcess) {
    guard case .launching(let stop) = run.life else { return }
    run.life = .running(process)
    archive.note(process, of: run.id)
    watchLog(of: run)
    if let stop { send(stop, to: run) }
    notify(run)
    followLog(of: run.id)
  }

  var now: Timestamp { Timestamp(nanoseconds: SystemClock.wallNanoseconds()) }

  // MARK: The log

  private func watchLog(of run: ManagedRun) {
    do throws(SystemError) {
      try makeWatcher()
      guard let watch = try watcher?.add(run.directory.logPath) else { return }
      watchedRuns[watch.number] = run.id
      run.follower.watch = consume watch
    } catch {
      complain("The log of \(run.id) cannot be watched, so it is only read at the end: \(error)")
    }
  }

  /// Makes the watcher of files, if there is none yet.
  func makeWatcher() throws(SystemError) {
    guard watcher == nil else { return }
    let new = try FileWatcher()
    _ = try loop.watch(new.descriptor) { [self] in assumeIsolated { $0.readWatcher() } }
    watcher = consume new
  }

  private func readWatcher() {
    for number in watcher?.take() ?? [] {
      if let id = watchedRuns[number] { logGrew(id) } else if homeWatch.has(number) { homeChanged() }
    }
  }

  private func logGrew(_ id: RunID) {
    guard let run = live[id], !run.hasExited, case .resting(let last) = run.follower.turn else { return }
    let next = last?.advanced(bySeconds: LogFollower.interval)
    guard let next, next > SystemClock.monotonic() else { return followLog(of: id) }
    scheduleReading(of: run, at: next)
  }

  private func scheduleReading(of run: ManagedRun, at instant: MonotonicInstant) {
    let id = run.id
    run.follower.turn = .scheduled
    _ = loop.schedule(at: instant) { [self] in assumeIsolated { $0.followLog(of: id) } }
  }

  /// Reads a piece of the log; the rest, if there is one, in a turn of its own.
  func followLog(of id: RunID) {
    guard let run = live[id], !run.hasExited else { return }
    let instant = SystemClock.monotonic()
    run.follower.turn = .resting(since: instant)
    do throws(SystemError) {
      let otherCount = run.follower.lastOtherCount
      let offset = run.follower.offset
      let piece = try run.follower.readPiece(at: now)
      take(piece.events, of: run)
      watchResources(of: run)
      watchPace(
        of: run, piece.events, hasOtherCount: run.follower.hasSeenOtherCount(since: otherCount), at: instant)
      if run.lifeline == nil, !piece.hasMore { inheritPace(of: run, at: instant) }
      if piece.hasMore { scheduleReading(of: run, at: instant) }
      if run.follower.offset > offset { tellGrowth(of: id, piece.events) }
    } catch {
      complain("The log of \(id) cannot be read: \(error)")
    }
    saveSoon(run)
  }

  private func take(_ events: [LogEvent], of run: ManagedRun) {
    guard run.trainingStart == nil else { return }
    for event in events {
      guard case .trainingStarted(let line) = event.kind else { continue }
      let seen = run.follower.hasSeen(line) ? moment(of: run) : nil
      run.trainingStart = ManagedRun.TrainingStart(moment: seen)
      if let seen { report(.start(seen), of: run) } else { inheritSightings(of: run) }
      return notify(run)
    }
  }

  private func moment(of run: ManagedRun) -> ManagedRun.TrainingStart.Moment {
    let instant = SystemClock.monotonic()
    return ManagedRun.TrainingStart.Moment(
      wall: now, after: run.startedInstant.map { max(0, instant.seconds(since: $0)) })
  }

  // MARK: What the next server needs to know

  /// Saves what was read, a little later, so that many lines cost one transaction.
  private func saveSoon(_ run: ManagedRun) {
    guard run.savingTimer == nil, run.follower.hasUnsaved else { return }
    let id = run.id
    let delay = run.lifeline == nil ? Self.saveIntervalOfOthers : Self.saveInterval
    let instant = SystemClock.monotonic().advanced(bySeconds: delay)
    run.savingTimer = loop.schedule(at: instant) { [self] in assumeIsolated { $0.saveNow(id) } }
  }

  /// Seconds.
  private static let saveInterval = 1.0
  /// Later, so that the server whose run it is has saved by then, and there is nothing left to do.
  private static let saveIntervalOfOthers = 3.0

  func saveNow(_ id: RunID) {
    guard let run = live[id] else { return }
    run.savingTimer = nil
    guard !run.hasExited, let reading = run.takeUnsaved() else { return }
    archive.save(reading, of: id)
  }
}
