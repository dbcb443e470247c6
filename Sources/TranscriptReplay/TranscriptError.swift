/// Why a file is no transcript, and where.
package struct TranscriptError: Error, Hashable, Sendable {
  /// Counted from 1; nil when it is about the whole file.
  package let line: Int?
  package let reason: String
}
