internal import LogReading
package import MetricCurves
internal import SQLite
package import TrainingModel

extension HistoryDatabase {
  /// What a run measured: each metric in the order of the log, metrics by name.
  ///
  /// - Parameter name: of one metric; nil for all.
  package func metrics(of id: RunID, name: String? = nil) throws(HistoryError) -> [MetricPoint] {
    try access { () throws(DatabaseError) in
      if let name {
        return try database.rows(
          """
          SELECT name, offset, epoch, step, value FROM metrics WHERE process_id = ?1 AND name = ?2
          ORDER BY offset
          """, [.text(id.rawValue), .text(name)], MetricPoint.init(row:))
      }
      return try database.rows(
        "SELECT name, offset, epoch, step, value FROM metrics WHERE process_id = ?1 ORDER BY name, offset",
        [.text(id.rawValue)], MetricPoint.init(row:))
    }
  }

  /// How many points each metric of a run has.
  func metricCount(of id: RunID) throws(DatabaseError) -> [String: Int] {
    let counts = try database.rows(
      "SELECT name, count(*) FROM metrics WHERE process_id = ?1 GROUP BY name", [.text(id.rawValue)]
    ) { ($0.text(0), Int($0.integer(1))) }
    return Dictionary(counts, uniquingKeysWith: +)
  }

  /// Enters the metrics of one line, and counts them.
  func insert(
    _ report: MetricReport, of id: RunID, counting counts: inout [String: Int]
  ) throws(DatabaseError) {
    for entry in report.values {
      counts[entry.name, default: 0] += try database.run(
        """
        INSERT OR IGNORE INTO metrics(process_id, name, offset, epoch, step, value)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """,
        [
          .text(id.rawValue), .text(entry.name), .integer(report.offset), .real(ifKnown: report.epoch),
          .integer(ifKnown: report.step.map(Int64.init)), entry.value.isFinite ? .real(entry.value) : .null,
        ])
    }
  }

  /// Takes every second point out of a metric that has too many.
  ///
  /// - Returns: how many are left.
  func thin(_ name: String, of id: RunID) throws(DatabaseError) -> Int {
    let points = try database.rows(
      "SELECT offset, value FROM metrics WHERE process_id = ?1 AND name = ?2 ORDER BY offset",
      [.text(id.rawValue), .text(name)]
    ) { (offset: $0.integer(0), value: $0.optionalReal(1)) }
    let kept = MetricThinning.kept(points.map(\.value))
    for index in Set(points.indices).subtracting(kept) {
      try database.run(
        "DELETE FROM metrics WHERE process_id = ?1 AND name = ?2 AND offset = ?3",
        [.text(id.rawValue), .text(name), .integer(points[index].offset)])
    }
    return kept.count
  }
}

extension MetricPoint {
  /// From the columns name, offset, epoch, step, value.
  fileprivate init(row: Row) {
    self.init(
      name: row.text(0), offset: row.integer(1), epoch: row.optionalReal(2),
      step: row.optionalInteger(3).flatMap { Int(exactly: $0) }, value: row.optionalReal(4))
  }
}
