internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// How what was started goes on and ends.
extension RunArchive {
  /// The executions whose runs are not known to have ended.
  func openExecutions() -> [Execution] {
    // What cannot be read now is settled by the next holder of the lease, or when the run is asked for.
    (try? schedules { try $0.openExecutions() }) ?? []
  }

  /// Keeps how the run of an execution ended.
  ///
  /// - Returns: whether that was news.
  func settle(_ run: RunID, _ end: ExecutionEnd) -> Bool {
    do { return try schedules { try $0.settle(run, end) } != nil } catch {
      sayOnce("The end of \(run) could not be entered in its schedule: \(error)")
      return false
    }
  }

  /// Takes the lock of a run that whoever was to start it left; nil when it is none.
  func adopt(_ id: RunID, now: Timestamp) throws -> StartOrder? {
    let directory = home.directory(of: id)
    guard try directory.isOrphaned() else { return nil }
    let lock: FileLock
    do throws(SystemError) { lock = try FileLock(path: directory.lockPath) } catch {
      // Somebody is at it: it is followed like any other.
      if error.kind == .wouldBlock { return nil }
      throw error
    }
    guard try directory.isOrphaned() else { return nil }
    let specification = try directory.specification()
    guard let occurrence = specification.occurrence, let record = try schedule(occurrence.schedule) else {
      try abandon(directory, now, "Its schedule was deleted before it could be started.")
      return nil
    }
    // Another attempt is always long after its occurrence: it counts from when it was to start.
    let due = occurrence.attempt == 1 ? occurrence.scheduledFor : specification.createdAt
    let late = (now.nanoseconds - due.nanoseconds) / 1_000_000_000
    let grace = max(record.schedule.definition.policy.misfireGrace, ScheduleRules.ownSlowness)
    guard late <= Int64(grace + (record.schedule.definition.trigger.jitter)) || specification.createdAt >= now
    else {
      try abandon(
        directory, now,
        "The process that was to start it died, and the next one came after the misfire_grace_s of \(grace) s."
      )
      return nil
    }
    return StartOrder(
      specification,
      environment: ScheduledRun.environment(record, attempt: occurrence.attempt) {
        home.directory(of: $0).path
      }, lock: lock)
  }

  /// Writes down that a run was never started.
  private func abandon(_ directory: RunDirectory, _ now: Timestamp, _ reason: String) throws {
    try directory.write(
      ExitRecord(
        outcome: .failedToStart(StartFailure(problem: .systemError, message: reason)), startedAt: nil,
        endedAt: now, duration: 0))
  }
}
