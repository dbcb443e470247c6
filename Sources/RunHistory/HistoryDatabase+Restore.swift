internal import JSON
internal import RunStore
internal import SQLite
package import Scheduling
package import TrainingModel

extension HistoryDatabase {
  /// Runs that are entered in one transaction, so that others need not wait for all of them.
  private static let batch = 500

  /// Enters runs as their directories say; those that are here stay as they are.
  package func restore(_ records: [RunRecord]) throws(HistoryError) {
    // Of an occurrence the last attempt is what counts, so it comes last; besides, the feed tells them as they were made.
    var rest =
      records.sorted {
        ($0.attempt, $0.specification.createdAt) < ($1.attempt, $1.specification.createdAt)
      }[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.batch)
      rest = rest.dropFirst(Self.batch)
      try write { () throws(DatabaseError) in
        for record in part { try restore(record) }
      }
    }
  }

  private func restore(_ record: RunRecord) throws(DatabaseError) {
    try enter(record.specification)
    let id = record.specification.id
    let (wasStarted, wasConcluded) =
      try database.firstRow(
        "SELECT process IS NOT NULL, is_concluded FROM runs WHERE process_id = ?1", [.text(id.rawValue)],
        { ($0.integer(0) != 0, $0.integer(1) != 0) }) ?? (false, false)
    let status = record.exit?.outcome.processStatus ?? (record.process == nil ? .queued : .running)
    try database.run(
      """
      UPDATE runs SET process = ?2, exit = ?3, status = ?4, conclusion = ?5,
      is_concluded = (?5 IS NOT NULL), training_started_at = ?6, started_after = ?7,
      ended_at = ?8, fingerprint = ?9, start_digest = ?10
      WHERE process_id = ?1 AND conclusion IS NULL
      """,
      [
        .text(id.rawValue),
        .text(ifKnown: record.process.map { JSONWriter.text($0.json) }),
        .text(ifKnown: record.exit.map { JSONWriter.text($0.json) }), .text(status.rawValue),
        .text(ifKnown: record.kept.map { JSONWriter.text($0.conclusion.json) }),
        .integer(ifKnown: record.kept?.trainingStartedAt?.nanoseconds),
        .real(ifKnown: record.kept?.startedAfter),
        .integer(ifKnown: record.exit?.endedAt.nanoseconds),
        .text(ifKnown: record.kept?.conclusion.errorSummary?.fingerprint),
        .text(ifKnown: record.kept.flatMap { record.specification.startDigest($0.conclusion.code) }),
      ])
    if let execution = Execution(record), try isAccountedFor(execution) { try enter(execution) }
    guard !wasConcluded else { return }
    if !wasStarted, let process = record.process { try append(.started(process), of: id) }
    // Of one whose log is still to be read the conclusion will tell the end.
    if let exit = record.exit, let kept = record.kept { try append(.ended(exit, kept.conclusion), of: id) }
  }
}

extension HistoryDatabase {
  /// Whether the schedule of an execution counts it already, or is not here and will count it when it is entered.
  ///
  /// One that is not is that of a run whose starter died before the end of his transaction: whoever decides on the
  /// occurrence enters both, and counts it.
  private func isAccountedFor(_ execution: Execution) throws(DatabaseError) -> Bool {
    let handledThrough = try database.firstRow(
      "SELECT handled_through FROM schedules WHERE schedule_id = ?1", [.text(execution.schedule.rawValue)]
    ) { $0.integer(0) }
    return handledThrough.map { execution.scheduledFor.nanoseconds <= $0 } ?? true
  }

  /// Enters a schedule from its file, after the runs that are there: what they are further than the file counts.
  ///
  /// - Parameters:
  ///   - timetable: the schedule's occurrences; nil where its trigger cannot be read.
  ///   - settle: says when it is to be looked at next, and sets what follows from how far it has come.
  package func restore(
    _ record: ScheduleRecord, timetable: Timetable?, _ settle: (inout ScheduleRecord) -> Timestamp?
  ) throws(HistoryError) {
    try write { () throws(DatabaseError) in
      let id = record.schedule.id
      guard try storedSchedule(id) == nil else { return }
      var record = record
      let known = try database.rows(
        """
        SELECT scheduled_for, status, started_at, completed_at, process_id FROM executions WHERE schedule_id = ?1
        """,
        [.text(id.rawValue)]
      ) {
        (
          time: Timestamp(nanoseconds: $0.integer(0)), status: $0.text(1), startedAt: $0.optionalInteger(2),
          completedAt: $0.optionalInteger(3), run: $0.optionalText(4)
        )
      }
      // Whether an attempt was still waited for was lost: what failed stays so.
      record.progress.state.retries = []
      record.progress.state.queue.removeAll { time in known.contains { $0.time == time } }
      let newest = known.map(\.time).max() ?? record.progress.state.handledThrough
      let before = record.progress.state.handledThrough
      let runs = known.filter { $0.time > before }
      record.progress.state.tally.started += runs.count
      record.progress.successRuns = known.count { $0.status == ExecutionStatus.completed.rawValue }
      record.progress.failedRuns =
        record.progress.state.tally.failedUnstarted
        + known.count {
          $0.status == ExecutionStatus.failed.rawValue || $0.status == ExecutionStatus.killed.rawValue
        }
      for row in known where row.status == ExecutionStatus.completed.rawValue {
        record.progress.noteSuccess(of: row.run.flatMap { RunID($0) }, startedAt: row.startedAt)
      }
      let completions = known.filter { $0.status == ExecutionStatus.completed.rawValue }.compactMap(
        \.completedAt)
      record.progress.lastCompletionAt =
        completions.max().map { Timestamp(nanoseconds: $0) } ?? record.progress.lastCompletionAt
      record.progress.lastRunAt =
        known.compactMap(\.startedAt).max().map { Timestamp(nanoseconds: $0) } ?? record.progress.lastRunAt
      record.progress.lastStartAt = record.progress.lastRunAt
      if newest > before {
        record.progress.state.handledThrough = newest
        let lost = timetable?.occurrences(after: before, through: newest, limit: Self.lostLimit) ?? []
        let ran = Set(runs.map(\.0))
        for time in lost where !ran.contains(time) {
          record.progress.state.tally.missed[.unattended, default: 0] += 1
          try enter(Execution(lost: ScheduledOccurrence(schedule: id, scheduledFor: time)))
        }
      }
      let nextDue = settle(&record)
      try insertRow(record, nextDue)
    }
  }

  /// The most occurrences without a run that are entered for a stretch whose history was lost.
  private static let lostLimit = 1000
}

extension ScheduleProgress {
  /// Takes over a success that is later than the one it knows; its data are not known any more.
  fileprivate mutating func noteSuccess(of run: RunID?, startedAt: Int64?) {
    guard let run, let startedAt = startedAt.map(Timestamp.init(nanoseconds:)),
      lastSuccess.map({ $0.run != run && $0.startedAt < startedAt }) ?? true
    else { return }
    lastSuccess = Success(run: run, startedAt: startedAt)
  }
}

extension RunRecord {
  fileprivate var attempt: Int { specification.occurrence?.attempt ?? 1 }
}

extension Execution {
  /// The execution of a run as its directory says; nil for a run of no schedule.
  fileprivate init?(_ record: RunRecord) {
    guard let occurrence = record.specification.occurrence else { return nil }
    var status = ExecutionStatus.running
    switch record.exit?.outcome.processStatus {
    case .completed: status = .completed
    case .failed: status = .failed
    case .killed: status = .killed
    case .queued, .running, .paused, nil: break
    }
    self.init(
      id: Execution.identifier(of: occurrence), schedule: occurrence.schedule,
      scheduledFor: occurrence.scheduledFor, startedAt: record.specification.createdAt,
      completedAt: record.exit?.endedAt, status: status, run: record.specification.id,
      errorMessage: record.kept?.conclusion.errorSummary?.message, attempts: occurrence.attempt)
  }

  /// The execution of an occurrence that nothing is known of.
  fileprivate init(lost occurrence: ScheduledOccurrence) {
    self.init(
      id: Execution.identifier(of: occurrence), schedule: occurrence.schedule,
      scheduledFor: occurrence.scheduledFor, status: .missed,
      errorMessage: "It has no run, and the history that said why was lost.")
  }
}
