internal import JSON

/// What the names in double braces stand for: the surroundings of a replay, and what was captured.
struct Bindings {
  private var values: [String: String]

  init(_ values: [String: String] = [:]) { self.values = values }

  /// Remembers a text.
  mutating func bind(_ name: String, to value: String) { values[name] = value }

  /// The text with every `{{name}}` that is known replaced; others stay as they are.
  func fill(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let opening = rest.firstIndex(of: "{{") {
      guard let closing = rest[opening...].firstIndex(of: "}}") else { break }
      let afterOpening = rest.index(opening, offsetBy: 2)
      let end = rest.index(closing, offsetBy: 2)
      if afterOpening <= closing, let value = values[String(rest[afterOpening..<closing])] {
        result += rest[..<opening] + value
      } else {
        result += rest[..<end]
      }
      rest = rest[end...]
    }
    return result + rest
  }

  /// The value with all texts in it filled; names of members stay.
  func fill(_ value: JSONValue) -> JSONValue { value.mapStrings(fill) }
}

extension Substring {
  /// Where `text` begins first.
  fileprivate func firstIndex(of text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index }
      formIndex(after: &index)
    }
    return nil
  }
}

extension JSONValue {
  /// The value with every string in it changed; names of members stay.
  func mapStrings(_ change: (String) -> String) -> JSONValue {
    switch self {
    case .string(let text): .string(change(text))
    case .array(let elements): .array(elements.map { $0.mapStrings(change) })
    case .object(let object):
      .object(JSONObject(object.members.map { ($0.name, $0.value.mapStrings(change)) }))
    case .null, .bool, .integer, .decimal: self
    }
  }
}
