/// A file of a run that cannot be read, or does not hold what it must.
package struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// What is wrong: the system's words, or the member that is missing.
  package let problem: String

  package var description: String { "\(path): \(problem)" }
}
