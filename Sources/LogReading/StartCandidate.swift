/// A line that begins a training if others like it follow: one alone may be of any program that counts.
struct StartCandidate: Hashable, Sendable {
  /// Candidates that are kept at once: loops print several lines a round.
  static let maximum = 4

  /// The digest of what such lines have in common.
  let shape: Int
  let line: LogLine
  /// The count or the value of the last such line.
  var last: Double
  /// How many of them there were.
  var seen = 1
}
