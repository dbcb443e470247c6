/// A text of an expected message that stands for something else, as a whole.
enum Placeholder: Hashable {
  /// Anything at all, but something.
  case any
  /// An RFC 3339 time with offset.
  case time
  case number
  case text
  /// A text that is remembered under a name.
  case capture(String)

  /// nil when `text` stands for itself.
  init?(_ text: String) {
    switch text {
    case "{{any}}": self = .any
    case "{{time}}": self = .time
    case "{{number}}": self = .number
    case "{{text}}": self = .text
    default:
      let opening = "{{capture:"
      guard text.hasPrefix(opening), text.hasSuffix("}}") else { return nil }
      let name = text.dropFirst(opening.count).dropLast(2)
      guard !name.isEmpty else { return nil }
      self = .capture(String(name))
    }
  }

  /// What it stands for, in words.
  var meaning: String {
    switch self {
    case .any: "anything"
    case .time: "a time"
    case .number: "a number"
    case .text, .capture: "a text"
    }
  }
}
