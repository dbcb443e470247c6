internal import JSON
internal import LogReading
package import Platform
internal import RunStore
internal import SQLite
package import TrainingModel

extension HistoryDatabase {
  // MARK: Reading

  /// Every run, newest first; one whose status a later program invented is left out.
  package func entries() throws(HistoryError) -> [RunEntry] {
    try access { () throws(DatabaseError) in
      try database.rows(
        """
        SELECT process_id, created_at, tags, status, is_concluded FROM runs INDEXED BY runs_by_age
        ORDER BY created_at DESC, process_id DESC
        """, [], RunEntry.init(row:))
    }.compactMap(\.self)
  }

  /// The names of the runs that have one.
  package func names() throws(HistoryError) -> [RunID: String] {
    let rows = try access { () throws(DatabaseError) in
      try database.rows(
        """
        SELECT process_id, specification ->> '$.name' FROM runs
        WHERE json_valid(specification) AND specification ->> '$.name' IS NOT NULL
        """, []
      ) { row in RunID(row.text(0)).map { ($0, row.text(1)) } }
    }
    return Dictionary(rows.compactMap(\.self), uniquingKeysWith: { $1 })
  }

  /// All that is held of a run; nil when it is not here, or not in a form that this program reads.
  package func run(_ id: RunID) throws(HistoryError) -> StoredRun? {
    try access { () throws(DatabaseError) in try storedRun(id) }
  }

  /// All that is held of several runs, in the order of `ids`; those that `run(_:)` would not give are left out.
  package func runs(_ ids: [RunID]) throws(HistoryError) -> [StoredRun] {
    try access { () throws(DatabaseError) in
      var runs: [StoredRun] = []
      for id in ids {
        if let run = try storedRun(id) { runs.append(run) }
      }
      return runs
    }
  }

  // MARK: Writing

  /// Enters a run, with its `created` event; one that is here stays as it is.
  ///
  /// Its idempotency key stays with the run that has it already.
  package func insert(_ specification: RunSpecification) throws(HistoryError) {
    try write { () throws(DatabaseError) in try enter(specification) }
  }

  /// Enters a run, unless another one has its idempotency key: of several that try at once one does.
  ///
  /// - Parameters:
  ///   - isGone: whether a run that has the key is no more: then it loses the key.
  ///   - publish: makes the new run appear. Both are called while others wait; when this one throws, nothing is
  ///     entered.
  /// - Returns: the run that has the key now: the new one, or the one that had it.
  package func claim(
    _ specification: RunSpecification, isGone: (RunID) -> Bool,
    publish: () throws(SystemError) -> Void = {}
  ) throws(ClaimError) -> RunID {
    var failure: SystemError?
    let holder: RunID
    do throws(HistoryError) {
      holder = try claim(specification, isGone: isGone) {
        do throws(SystemError) { try publish() } catch { failure = error }
        return failure == nil
      }
    } catch {
      throw .history(error)
    }
    if let failure { throw .publishing(failure) }
    return holder
  }

  /// The run that has an idempotency key; nil when none has.
  package func holder(of key: String) throws(HistoryError) -> RunID? {
    try access { () throws(DatabaseError) in try holder(ofKey: key) }
  }

  /// Why a run could not be entered under its key.
  package enum ClaimError: Error, Hashable, Sendable {
    case history(HistoryError)
    /// It could not be made to appear.
    case publishing(SystemError)
  }

  private func claim(
    _ specification: RunSpecification, isGone: (RunID) -> Bool, publish: () -> Bool
  ) throws(HistoryError) -> RunID {
    try write { () throws(DatabaseError) in
      if let key = specification.idempotencyKey, let holder = try holder(ofKey: key),
        holder != specification.id
      {
        if !isGone(holder) { return holder }
        try database.run(
          "UPDATE runs SET idempotency_key = NULL WHERE process_id = ?1", [.text(holder.rawValue)])
      }
      if publish() { try enter(specification) }
      return specification.id
    }
  }

  /// Notes that the process of a run was started, once, with its `started` event.
  package func noteStart(_ process: StartedProcess, of id: RunID) throws(HistoryError) {
    try write { () throws(DatabaseError) in
      let changes = try database.run(
        """
        UPDATE runs SET process = ?2, status = ?3
        WHERE process_id = ?1 AND process IS NULL AND conclusion IS NULL
        """,
        [
          .text(id.rawValue), .text(JSONWriter.text(process.json)),
          .text(ProcessStatus.running.rawValue),
        ])
      if changes > 0 { try append(.started(process), of: id) }
    }
  }

  /// Notes when the first sign of training was seen, also when the run has ended meanwhile: of several servers that saw
  /// it the first who says so is right.
  ///
  /// - Parameter seconds: from the start of the process.
  package func noteTrainingStart(
    at time: Timestamp, after seconds: Double?, of id: RunID
  ) throws(HistoryError) {
    _ = try write { () throws(DatabaseError) in
      try database.run(
        """
        UPDATE runs SET training_started_at = ?2, started_after = ?3
        WHERE process_id = ?1 AND training_started_at IS NULL
        """,
        [.text(id.rawValue), .integer(time.nanoseconds), .real(ifKnown: seconds)])
    }
  }

  /// Enters how a run ended, with its `ended` event; the first who does so decides, and nothing of it changes
  /// any more.
  ///
  /// - Returns: the run as it stands in the history now; nil when it is not here.
  package func conclude(
    _ id: RunID, process: StartedProcess?, exit: ExitRecord, conclusion: RunConclusion
  ) throws(HistoryError) -> StoredRun? {
    let stored = try write { () throws(DatabaseError) -> StoredRun? in
      let specification = try storedRun(id)?.specification
      // What the reader remembered is in the conclusion, as far as it is still of use.
      let changes = try database.run(
        """
        UPDATE runs SET process = coalesce(?2, process), exit = ?3, status = ?4, conclusion = ?5, is_concluded = 1,
        log_checkpoint = NULL, ended_at = ?6, fingerprint = ?7, start_digest = ?8
        WHERE process_id = ?1 AND conclusion IS NULL
        """,
        [
          .text(id.rawValue), .text(ifKnown: process.map { JSONWriter.text($0.json) }),
          .text(JSONWriter.text(exit.json)), .text(exit.outcome.processStatus.rawValue),
          .text(JSONWriter.text(conclusion.json)), .integer(exit.endedAt.nanoseconds),
          .text(ifKnown: conclusion.errorSummary?.fingerprint),
          .text(ifKnown: specification?.startDigest(conclusion.code)),
        ])
      if changes > 0 { try append(.ended(exit, conclusion), of: id) }
      return try storedRun(id)
    }
    metricCounts.forget(id)
    return stored
  }

  /// Forgets runs and their metrics; their events stay, since a feed tells what was.
  package func remove(_ ids: [RunID]) throws(HistoryError) {
    try write { () throws(DatabaseError) in
      for id in ids {
        try database.run("DELETE FROM runs WHERE process_id = ?1", [.text(id.rawValue)])
        try database.run("DELETE FROM metrics WHERE process_id = ?1", [.text(id.rawValue)])
      }
    }
    for id in ids { metricCounts.forget(id) }
  }

  // MARK: Parts

  func enter(_ specification: RunSpecification) throws(DatabaseError) {
    let tags: [(String, JSONValue)] = specification.tags.sorted { $0.key < $1.key }
      .map { ($0.key, .string($0.value)) }
    let changes = try database.run(
      """
      INSERT INTO runs(process_id, created_at, status, tags, idempotency_key, specification)
      VALUES (?1, ?2, ?3, ?4,
      iif(EXISTS (SELECT 1 FROM runs WHERE idempotency_key = ?5), NULL, ?5), ?6)
      ON CONFLICT(process_id) DO NOTHING
      """,
      [
        .text(specification.id.rawValue), .integer(specification.createdAt.nanoseconds),
        .text(ProcessStatus.queued.rawValue),
        .text(ifKnown: tags.isEmpty ? nil : JSONWriter.text(.object(JSONObject(tags)))),
        .text(ifKnown: specification.idempotencyKey), .text(JSONWriter.text(specification.json)),
      ])
    if changes > 0 { try append(.created(specification), of: specification.id) }
  }

  private func holder(ofKey key: String) throws(DatabaseError) -> RunID? {
    try database.firstRow("SELECT process_id FROM runs WHERE idempotency_key = ?1", [.text(key)]) {
      RunID($0.text(0))
    } ?? nil
  }

  func storedRun(_ id: RunID) throws(DatabaseError) -> StoredRun? {
    try database.firstRow(
      """
      SELECT specification, process, exit, training_started_at, started_after, log_checkpoint, conclusion
      FROM runs WHERE process_id = ?1
      """, [.text(id.rawValue)], StoredRun.init(row:)) ?? nil
  }
}
