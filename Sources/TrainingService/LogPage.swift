package import TrainingModel

/// A part of a log.
package struct LogPage: Hashable, Sendable {
  package let id: RunID
  package let content: String
  /// Where the part begins, in bytes from the start of the log.
  package let offset: Int64
  /// Where the next part begins.
  package let nextOffset: Int64
  /// Bytes in the log when it was read.
  package let size: Int64
  /// Whether the part reaches the end of the log as it was then.
  package var isAtEnd: Bool { nextOffset >= size }
  /// Whether something that was asked for was left out because it did not fit.
  package let isTruncated: Bool
  /// Bytes that were dropped to keep the log under its cap, where the part begins in them, ends at them, or would
  /// reach back into them; nil elsewhere.
  package let dropped: Range<Int64>?
  package let status: ProcessStatus
  /// Whether the whole log was pruned.
  package var isPruned: Bool { size > 0 && dropped == 0..<size }
}
