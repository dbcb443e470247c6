internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Schedules, as they are kept.
extension RunArchive {
  /// Works on the schedules in the database, which must be the one on the disk: what others do not see would start
  /// twice.
  func schedules<Value>(_ work: (HistoryDatabase) throws -> Value) throws -> Value {
    guard let database = database() else { throw ServiceError.schedulesUnavailable(reason: refusalText) }
    if case .inMemory = storage {
      throw ServiceError.schedulesUnavailable(reason: "\(home.historyPath) cannot be written.")
    }
    do { return try work(database) } catch let error as HistoryError {
      throw ServiceError.schedulesUnavailable(reason: "\(error)")
    } catch let error as SystemError {
      throw ServiceError.schedulesUnavailable(
        reason: "\(error). \(StartRemedy.text(for: error, home: home.path))")
    }
  }

  func rules(of schedule: Schedule) throws -> ScheduleRules {
    ScheduleRules(try triggers.trigger(of: schedule).timetable, schedule.definition.policy)
  }

  // MARK: Questions

  func schedule(_ id: ScheduleID) throws -> ScheduleRecord? {
    guard home.hasSchedules else { return nil }
    return try schedules { try $0.schedule(id) }
  }

  func schedulePage(_ query: ScheduleList.Query) throws -> (
    records: [ScheduleRecord], counts: [ScheduleStatus: Int]
  )? {
    guard home.hasSchedules else { return query.cursor == nil ? ([], [:]) : nil }
    let cursor = query.cursor.map { ScheduleID($0) }
    if case .some(.none) = cursor { return nil }
    return try schedules { database in
      // One more than asked for tells whether there is a next page.
      guard
        let records = try database.schedules(
          status: query.status, name: query.name, after: cursor ?? nil, limit: query.limit + 1)
      else { return nil }
      return (records, try database.scheduleCounts(name: query.name))
    }
  }

  func executions(of id: ScheduleID, _ query: ExecutionList.Query) throws -> [Execution]? {
    try schedules {
      try $0.executions(of: id, status: query.status, after: query.cursor, limit: query.limit + 1)
    }
  }

  // MARK: Changes by people

  func create(_ record: ScheduleRecord) throws {
    let home = self.home
    var nextDue = try rules(of: record.schedule).nextDue(record.progress.state)
    // How what it comes after stands is looked at now: it may be removed before the first occurrence.
    if record.schedule.definition.after != nil { nextDue = Timestamp(nanoseconds: 0) }
    try schedules { database in
      try database.insert(record, nextDue: nextDue) {
        try checkChain(of: record, in: database)
        try home.write(record)
      }
    }
  }

  /// Changes a schedule, its file too.
  ///
  /// - Parameters:
  ///   - now: by when what came due is decided on before.
  ///   - look: the last look at the schedule's data; nil where there was none.
  /// - Returns: the schedule as it is then, and runs that came due at that moment; nil when there is none.
  /// - Throws: `DataLookOrder` where it must be known first what the data are.
  func change(
    _ id: ScheduleID, at now: Timestamp, watchingSince: Timestamp, _ look: DataLook?,
    _ body: (inout ScheduleRecord, _ running: Int, ScheduleRules, TrainingDecision.Verdict) throws -> (
      ScheduleRules, OccurrencePlan
    )
  ) throws -> (record: ScheduleRecord, firing: Firing)? {
    let home = self.home
    var firing = Firing()
    let record = try schedules { database in
      try database.change(id) { record, running in
        let before = record
        var old = try rules(of: before.schedule)
        // Where it cannot be told how the run stands that it comes after, people can still change the schedule.
        old.gate = (try? gate(of: record, in: database).gate) ?? .closed
        let decision = try self.decision(
          on: record, old, at: now, running: running.count, watchingSince: watchingSince, look)
        let (new, plan) = try body(&record, running.count, old, decision.verdict)
        // Started, missed and skipped by what it was before: an update does not reach back.
        let decided = DecidedPlan(
          plan: plan, decision: decision, before: before, running: running, oldRules: old, rules: new)
        var step = try enact(decided, in: &record, into: &firing)
        if record.schedule.definition.after != before.schedule.definition.after {
          record.progress.hasPredecessorCompleted = false
          try checkChain(of: record, in: database)
        }
        if record.schedule.definition.after != nil, record.progress.status == .active {
          step.nextDue = Timestamp(nanoseconds: 0)
        }
        try home.write(record)
        return step
      }
    }
    return record.map { ($0, firing) }
  }

  func delete(_ id: ScheduleID) throws -> [RunID] {
    let home = self.home
    return try schedules { try $0.delete(id) { try home.removeSchedule(id) } }
  }

  // MARK: Recovery

  /// Enters schedules that have a file and no row, and forgets those without a file.
  ///
  /// - Returns: whether any schedule is there.
  @discardableResult
  func reconcileSchedules() -> Bool {
    guard home.hasSchedules else { return false }
    do {
      let files = try home.scheduleIDs()
      return try schedules { database in
        let known = Set(try database.scheduleIDs())
        for id in known.subtracting(files) { _ = try database.delete(id) }
        for id in files where !known.contains(id) { restore(id, into: database) }
        return !files.isEmpty
      }
    } catch {
      sayOnce("The schedules could not be held against their files: \(error)")
      return false
    }
  }

  private func restore(_ id: ScheduleID, into database: HistoryDatabase) {
    do {
      let file = try home.schedule(id)
      // Where the zone's file is gone the schedule is entered all the same, and fails when it is looked at.
      let rules = try? self.rules(of: file.schedule)
      try database.restore(file, timetable: rules?.timetable) { record in
        guard let rules else { return nil }
        record.settleStatus(rules)
        return rules.nextDue(record.progress.state)
      }
    } catch {
      sayOnce("The schedule \(id) cannot be read, so it starts nothing: \(error)")
    }
  }
}
