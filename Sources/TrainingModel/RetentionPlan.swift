/// What has to go so that limits are kept: the oldest, by their ends, and never a run that lives.
///
/// Runs that live count, because they take up room, so it may be that limits are passed and nothing more can go.
package struct RetentionPlan: Hashable, Sendable {
  /// Runs of which everything goes, oldest first.
  package let records: [RunID]
  /// Runs of which the log goes and the record stays, oldest first.
  package let logs: [RunID]

  /// - Parameters:
  ///   - recordLimits: for runs, by the size of their records without their logs.
  ///   - logLimits: for the logs that are there and whose runs stay.
  package init(
    _ runs: [KeptRun], recordLimits: RetentionLimits, logLimits: RetentionLimits, now: Timestamp
  ) {
    records = Self.excess(
      runs.map { Item(id: $0.id, endedAt: $0.endedAt, bytes: $0.recordBytes) }, recordLimits, now)
    let gone = Set(records)
    let logs = runs.compactMap { run in
      run.logBytes.map { Item(id: run.id, endedAt: run.endedAt, bytes: $0) }
    }
    self.logs = Self.excess(logs.filter { !gone.contains($0.id) }, logLimits, now)
  }

  /// A record or a log.
  private struct Item {
    let id: RunID
    let endedAt: Timestamp?
    let bytes: Int64
  }

  /// The oldest of `items`, as many as must go.
  private static func excess(_ items: [Item], _ limits: RetentionLimits, _ now: Timestamp) -> [RunID] {
    let ended = items.compactMap { item in item.endedAt.map { (item: item, end: $0) } }
      .sorted { ($0.end, $0.item.id.rawValue) < ($1.end, $1.item.id.rawValue) }
    var count = Int64(items.count)
    var bytes = items.reduce(0) { $0 + $1.bytes }
    var going: [RunID] = []
    for (item, end) in ended {
      let days = (Double(now.nanoseconds) - Double(end.nanoseconds)) / 86_400e9
      let isTooOld = limits.maximumAgeDays.map { days > $0 } ?? false
      let isTooMany = limits.maximumCount.map { count > $0 } ?? false
      let isTooMuch = limits.maximumBytes.map { bytes > $0 } ?? false
      guard isTooOld || isTooMany || isTooMuch else { break }
      going.append(item.id)
      count -= 1
      bytes -= item.bytes
    }
    return going
  }
}
