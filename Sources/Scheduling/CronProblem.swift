/// One thing that is wrong with a cron expression: where, what, what may stand there, and how to write it instead.
package struct CronProblem: Hashable, Sendable, CustomStringConvertible {
  /// The kinds of problems; the raw values are stable words for programs.
  package enum Kind: String, Hashable, Sendable {
    case tooLong = "too_long"
    case controlCharacter = "control_char"
    case notASCII = "non_ascii"
    case unknownMacro = "unknown_macro"
    case fieldCount = "field_count"
    case emptyItem = "empty_item"
    case badToken = "bad_token"
    case unknownName = "unknown_name"
    case outOfRange = "out_of_range"
    case badStep = "bad_step"
    case reversedRange = "reversed_range"
    case neverFires = "never_fires"
  }

  package let kind: Kind
  /// The field it is in; nil when it is about the whole expression.
  package let field: CronField?
  /// What was wrong, with the text that was found.
  package let message: String
  /// What may be written there.
  package let allowed: String
  /// What to write instead, where that can be told.
  package let hint: String?

  package var description: String {
    let place = field.map { "\($0.rawValue): " } ?? ""
    return "\(place)\(message); allowed: \(allowed)" + (hint.map { "; \($0)" } ?? "")
  }
}
