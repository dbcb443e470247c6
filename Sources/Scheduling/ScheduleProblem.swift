/// Something about a schedule that cannot be, with what to change.
package struct ScheduleProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of problems; the raw values are stable words for programs.
  package enum Kind: String, Hashable, Sendable {
    /// A text that is not what it should be.
    case malformed
    /// There is no time zone of that name, or its file cannot be read.
    case badTimeZone = "bad_timezone"
    case outOfRange = "out_of_range"
    case contradiction
    case runAtInPast = "run_at_in_past"
    case endsBeforeStart = "end_before_start"
    case neverDue = "never_due"
    /// What it is to come after is not there, or comes after it.
    case badChain = "bad_chain"
  }

  package let kind: Kind
  /// The argument it is about: `jitter_s`.
  package let argument: String
  package let message: String
  /// What to write instead.
  package let hint: String

  package init(kind: Kind, argument: String, message: String, hint: String) {
    self.kind = kind
    self.argument = argument
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(argument): \(message); \(hint)" }
}
