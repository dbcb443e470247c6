internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Starts what is due, and hears how it ended.
extension RunRegistry {
  /// Seconds after which the wall clock is read again, whatever is due next.
  private static let longestSleep = 60.0
  /// Seconds to the next attempt at what did not work.
  private static let pauseAfterProblem = 5.0
  /// Seconds between two looks when what is due stays due.
  private static let shortestSleep = 0.01
  /// Lines of a log that are kept with an execution.
  private static let outputLines = 20

  /// Looks at what is due, and sleeps until the next is.
  func look() async {
    guard case .firing(let lease) = scheduling, !isShuttingDown else { return }
    guard case .resting = lease.turn else {
      lease.turn = .mustLookAgain
      return
    }
    var firing = RunArchive.Firing()
    repeat {
      lease.turn = .looking
      await readClocks(lease)
      firing = await archive.fire(
        now: lease.lastLook.wall, watchingSince: lease.watchingSince, looks: lease.looksForTurn,
        clocks: lease.lastLook)
      for id in firing.decided { tellChange(of: id) }
      for id in firing.usedLooks { lease.dataLooks[id] = nil }
      for order in firing.lookOrders { lookSoon(order, for: lease) }
      for order in firing.orders { launch(order) }
      for id in firing.found { await settleOrFollow(id) }
      for id in firing.awaited { await followAwaited(id) }
      if isShuttingDown { return }
      if firing.hasMore { lease.turn = .mustLookAgain }
      if case .mustLookAgain = lease.turn { continue }
      break
    } while true
    await runFinishCommands()
    if isShuttingDown { return }
    if case .mustLookAgain = lease.turn { lookSoon() }
    lease.turn = .resting
    if let problem = firing.problem, problem != lease.lastProblem { complain(problem) }
    lease.lastProblem = firing.problem
    sleep(lease, firing)
  }

  /// Sees to it that the end of a run is heard of that a schedule waits for.
  private func followAwaited(_ id: RunID) async {
    do {
      // One that is followed wakes who waits by itself.
      if case .ended = try await known(id.rawValue), await archive.wakeFollowers(of: id) { lookSoon() }
    } catch ServiceError.unknownRun {
      if await archive.wakeFollowers(of: id) { lookSoon() }
    } catch {
      complain("\(id), which a schedule waits for, cannot be followed: \(error)")
    }
  }

  private func sleep(_ lease: ScheduleLease, _ firing: RunArchive.Firing) {
    if let timer = lease.timer.take() { loop.cancel(timer) }
    var seconds = firing.problem == nil ? nil : Self.pauseAfterProblem
    if let next = firing.nextDue {
      let distance = max(Self.shortestSleep, Double(next.nanoseconds - now.nanoseconds) / 1e9)
      seconds = min(seconds ?? distance, distance)
    }
    // Nothing will come due by itself: whoever changes that wakes this process.
    guard let seconds else { return }
    let instant = SystemClock.monotonic().advanced(bySeconds: min(seconds, Self.longestSleep))
    lease.timer = loop.schedule(at: instant) { [self] in assumeIsolated { $0.lookSoon() } }
  }

  private func readClocks(_ lease: ScheduleLease) async {
    let reading = ClockReading.now
    let earlier = lease.lastLook
    lease.lastLook = reading
    guard reading.isStep(from: earlier) else { return }
    lease.watchingSince = reading.wall
    // By the time at which they were asked for nothing can be decided any more.
    lease.dataLooks = [:]
    await archive.noticeClock(from: reading.expectedWall(after: earlier), to: reading.wall)
  }

  /// Starts the supervisor of a run that has appeared.
  func launch(_ order: StartOrder) {
    guard let lock = order.takeLock() else { return }
    let id = order.specification.id
    do throws(SystemError) {
      try supervise(order.specification, lock: lock, settingOver: order.environment)
    } catch {
      // It is there, and it will not run: that is what its record says.
      let record = ExitRecord(
        outcome: .failedToStart(
          StartFailure(problem: .systemError, message: "The run's supervisor could not be started: \(error).")
        ),
        startedAt: nil, endedAt: now, duration: 0)
      do throws(SystemError) { try home.directory(of: id).write(record) } catch {
        complain("\(id) could not be started, which could not be written down: \(error)")
      }
      Task(executorPreference: loop) { await self.settleOrFollow(id) }
    }
  }

  /// Takes an orphan over where this process holds the lease.
  func adoptSoon(_ id: RunID) {
    guard case .firing = scheduling else { return }
    Task(executorPreference: loop) { await self.adopt(id) }
  }

  private func adopt(_ id: RunID) async {
    do {
      if let order = try await archive.adopt(id, now: now), !isShuttingDown { launch(order) }
    } catch {
      complain("\(id), which a schedule was to start, cannot be taken over: \(error)")
    }
  }

  /// Sees to it that the end of an execution is heard of, or enters it where it has ended.
  func settleOrFollow(_ id: RunID) async {
    await adopt(id)
    do {
      // One that is followed tells its end by itself.
      if case .ended(let picture) = try await known(id.rawValue) { await settleExecution(picture) }
    } catch ServiceError.unknownRun {
      let end = ExecutionEnd(
        status: .failed, startedAt: nil, completedAt: now, output: nil,
        errorMessage: "The run was removed before its end was known.")
      if await archive.settle(id, end) { wakeScheduler() }
    } catch {
      complain("\(id), which a schedule started, cannot be followed: \(error)")
    }
  }

  /// Enters the end of a scheduled run, once, whoever comes first.
  func settleExecution(_ picture: RunPicture) async {
    guard let record = picture.state.exitRecord else { return }
    let status: ExecutionStatus
    switch picture.status {
    case .completed: status = .completed
    case .killed: status = .killed
    case .queued, .running, .paused, .failed: status = .failed
    }
    // A log that is gone has no last lines.
    let lines = (try? await lastLines(Self.outputLines, of: picture.id)) ?? []
    let end = ExecutionEnd(
      status: status, startedAt: picture.process?.startedAt, completedAt: record.endedAt,
      output: lines.isEmpty ? nil : lines.joined(separator: "\n"),
      errorMessage: status == .completed ? nil : Self.errorMessage(picture, record),
      failure: picture.errorSummary)
    if await archive.settle(picture.id, end) { wakeScheduler() }
  }

  private static func errorMessage(_ picture: RunPicture, _ record: ExitRecord) -> String {
    if let summary = picture.errorSummary {
      return "\(summary.failureType.rawValue): \(summary.message)"
    }
    if case .failedToStart(let failure) = record.outcome { return failure.message }
    return "The run ended: \(record.outcome.endReason.rawValue)."
  }
}
