/// What came of a replay.
package struct ReplayOutcome: Hashable, Sendable {
  /// Something that is not as the transcript has it.
  package struct Finding: Hashable, Sendable {
    /// Of the transcript.
    package let line: Int
    package let text: String
  }

  /// Messages of both sides that the transcript has.
  package let messages: Int
  /// In the order of the transcript; none when all is the same.
  package internal(set) var findings: [Finding] = []
}
