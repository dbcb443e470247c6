/// A trace that is not what `libFaultInjection` writes.
package struct TraceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the record begins that cannot be read, in bytes.
  package let offset: Int
  package let problem: String

  package var description: String { "the trace cannot be read at byte \(offset): \(problem)" }
}
