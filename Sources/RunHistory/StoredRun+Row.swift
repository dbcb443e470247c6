internal import JSON
internal import LogReading
internal import RunStore
internal import SQLite
internal import TrainingModel

extension Row {
  /// The JSON of a column; nil when there is none.
  func json(_ column: Int32) -> JSONValue? {
    // What is no JSON any more counts as what is not there: it is made again.
    optionalBytes(column).flatMap { try? JSONParser.parse($0) }
  }
}

extension RunEntry {
  /// From the columns process_id, created_at, tags, status, is_concluded.
  init?(row: Row) {
    guard let id = RunID(row.text(0)), let status = ProcessStatus(rawValue: row.text(3)) else { return nil }
    self.init(
      id: id, createdAt: Timestamp(nanoseconds: row.integer(1)), tags: row.json(2)?.texts ?? [:],
      status: status, isConcluded: row.integer(4) != 0)
  }
}

extension StoredRun {
  /// From the columns specification, process, exit, training_started_at, started_after, log_checkpoint,
  /// conclusion.
  init?(row: Row) {
    guard let specification = row.json(0).flatMap({ RunSpecification(json: $0) }) else { return nil }
    self.init(
      specification: specification, process: row.json(1).flatMap { StartedProcess(json: $0) },
      exit: row.json(2).flatMap { ExitRecord(json: $0) },
      trainingStartedAt: row.optionalInteger(3).map { Timestamp(nanoseconds: $0) },
      startedAfter: row.optionalReal(4),
      checkpoint: row.json(5).flatMap { LogReader.Checkpoint(json: $0) },
      conclusion: row.json(6).flatMap { RunConclusion(json: $0) })
  }
}
