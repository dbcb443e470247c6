internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Schedules that start something only after something else.
extension RunArchive {
  /// Whether what a schedule comes after lets it start something now.
  ///
  /// - Returns: also the run that is waited for, whose end somebody has to follow.
  func gate(
    of record: ScheduleRecord, in database: HistoryDatabase
  ) throws -> (gate: ChainGate, awaited: RunID?) {
    switch record.schedule.definition.after {
    case nil: return (.open, nil)
    case .run(let id):
      // It may have been removed since.
      if record.progress.hasPredecessorCompleted { return (.open, nil) }
      let gate = try gate(after: id)
      return (gate, gate == .closed ? id : nil)
    case .schedule(let id):
      return (
        try gate(after: id, since: record.progress.lastStartAt ?? record.progress.lastRunAt, in: database),
        nil
      )
    }
  }

  private func gate(after run: RunID) throws -> ChainGate {
    let directory = home.directory(of: run)
    guard FileSystem.kind(of: directory.specificationPath) != nil else {
      return .never(reason: "the run \(run) that it comes after was removed before it was seen to complete")
    }
    let condition: RunCondition
    do throws(RecordError) { condition = try directory.condition() } catch {
      throw ServiceError.unreadableRecord(run, reason: "\(error)")
    }
    guard case .ended(let exit) = condition else { return .closed }
    let status = exit.outcome.processStatus
    return status == .completed
      ? .open : .never(reason: "the run \(run) that it comes after ended as \(status.rawValue)")
  }

  private func gate(
    after id: ScheduleID, since: Timestamp?, in database: HistoryDatabase
  ) throws -> ChainGate {
    guard let other = try database.schedule(id) else {
      return .never(reason: "the schedule \(id) that it comes after was deleted")
    }
    // What was kept by an older program has the start of its last success, which is not later than its end.
    if let completed = other.progress.lastCompletionAt ?? other.progress.lastSuccess?.startedAt,
      since.map({ completed > $0 }) ?? true
    {
      return .openOnce
    }
    switch other.progress.status {
    case .active, .paused: return .closed
    case .completed, .failed:
      guard try database.running(of: id).isEmpty else { return .closed }
      return .never(
        reason: "the schedule \(id) (\(other.schedule.definition.name)) that it comes after is "
          + "\(other.progress.status.rawValue) and will complete no run any more")
    }
  }

  /// Refuses what a schedule is to come after where that is not there, comes after it in turn, or can never complete.
  func checkChain(of record: ScheduleRecord, in database: HistoryDatabase) throws {
    guard let after = record.schedule.definition.after, !record.progress.hasPredecessorCompleted else {
      return
    }
    switch after {
    case .run(let id):
      guard FileSystem.kind(of: home.directory(of: id).specificationPath) != nil else {
        throw refusal("process_id", "there is no run \(id)", "train_status with action list names the runs")
      }
    case .schedule(let id):
      guard id != record.schedule.id else {
        throw refusal(
          "schedule_id", "a schedule cannot come after itself", "name another one: schedule_list has them")
      }
      guard try database.schedule(id) != nil else {
        throw refusal(
          "schedule_id", "there is no schedule \(id)", "schedule_list names the schedules")
      }
      try refuseCycle(of: record, after: id, in: database)
    }
    if case .never(let reason) = try gate(of: record, in: database).gate {
      throw refusal(
        Self.member(of: after),
        "it would never start anything: \(reason)", "name one that may still complete")
    }
  }

  private func refuseCycle(
    of record: ScheduleRecord, after id: ScheduleID, in database: HistoryDatabase
  ) throws {
    let cycle = try ChainCycle.find(of: record.schedule.id, after: id) { id in
      guard case .schedule(let next) = try database.schedule(id)?.schedule.definition.after else {
        return nil
      }
      return next
    }
    guard let cycle else { return }
    let names = try cycle.map { id in
      let name =
        id == record.schedule.id
        ? record.schedule.definition.name : try database.schedule(id)?.schedule.definition.name ?? ""
      return "\(id) (\(name))"
    }
    throw refusal(
      "schedule_id", "each would wait for the other: \(names.joined(separator: " after "))",
      "take the after of one of them away, with schedule_update and null")
  }

  private static func member(of condition: ChainCondition) -> String {
    switch condition {
    case .run: "process_id"
    case .schedule: "schedule_id"
    }
  }

  private func refusal(_ member: String, _ message: String, _ hint: String) -> ServiceError {
    .badSchedule(
      ScheduleProblems([
        ScheduleProblem(kind: .badChain, argument: "after.\(member)", message: message, hint: hint)
      ]))
  }

  // MARK: Ends

  /// Lets the schedules be looked at that come after a run which has ended.
  ///
  /// - Returns: whether there are any.
  func wakeFollowers(of run: RunID) -> Bool {
    guard home.hasSchedules else { return false }
    do { return try schedules { try $0.wakeFollowers(of: run) } } catch {
      sayOnce("What comes after \(run) could not be woken: \(error)")
      return false
    }
  }

  /// Lets all schedules be looked at that come after anything.
  func wakeAllFollowers() {
    do { try schedules { try $0.wakeAllFollowers() } } catch {
      sayOnce("Schedules that come after others could not be woken: \(error)")
    }
  }
}

extension ScheduleRecord {
  /// Keeps what was seen of the run that the schedule comes after; where it can never complete, nothing starts again.
  mutating func follow(_ gate: ChainGate, _ step: inout ScheduleStep) {
    guard case .run = schedule.definition.after else { return }
    switch gate {
    case .closed, .openOnce: return
    case .open: progress.hasPredecessorCompleted = true
    case .never(let reason):
      progress.status = .failed
      progress.lastError = "Nothing starts any more: \(reason)."
      if progress.state.retries.isEmpty { step.nextDue = nil }
    }
  }
}
