/// A text that is no pattern.
package struct LinePatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Characters (Unicode scalars) from the start of the pattern to what is wrong.
  package let offset: Int
  /// What is wrong, and what to write instead where there is something.
  package let problem: String

  package var description: String { "at character \(offset + 1): \(problem)" }
}
