/// What is missing of a run's log because it was dropped to keep the log under its cap.
///
/// A log has one gap at most: it lies between the log's head and its tail, and grows at its end alone. Bytes
/// keep their offsets.
package struct LogGap: Hashable, Sendable {
  /// Bytes from the start of the log; empty when nothing was dropped.
  package let dropped: Range<Int64>
  /// Why the log cannot be kept under its cap; nil as long as nothing stands in the way.
  package let problem: String?

  package init(dropped: Range<Int64>, problem: String? = nil) {
    self.dropped = dropped
    self.problem = problem
  }

  /// Nothing was dropped.
  package static let none = LogGap(dropped: 0..<0)
}
