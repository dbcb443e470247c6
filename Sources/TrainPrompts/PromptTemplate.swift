/// The body of a prompt: text with places for arguments.
///
/// `{{name}}` becomes the argument. What stands between `{{#name}}` and `{{/name}}` is there only when the argument was
/// given, between `{{^name}}` and `{{/name}}` only when it was not; such parts do not lie in each other. The line of
/// a tag that stands alone goes with it.
struct PromptTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case argument(String)
    /// Parts for when an argument was given, or was not.
    case section(String, isForGiven: Bool, [Part])
  }

  let parts: [Part]

  /// - Throws: what is wrong, in words.
  init(_ text: String) throws(PromptFileError) { parts = try Self.parts(of: text) }

  /// The arguments that it mentions, each once, sorted.
  var names: [String] {
    func names(_ parts: [Part]) -> [String] {
      parts.flatMap { part -> [String] in
        switch part {
        case .text: []
        case .argument(let name): [name]
        case .section(let name, _, let inner): [name] + names(inner)
        }
      }
    }
    return Set(names(parts)).sorted()
  }

  /// The text for these arguments; one that was not given is nothing.
  func text(_ arguments: [String: String]) -> String {
    func text(_ parts: [Part]) -> String {
      parts.map { part -> String in
        switch part {
        case .text(let text): text
        case .argument(let name): arguments[name] ?? ""
        case .section(let name, let isForGiven, let inner):
          (arguments[name] != nil) == isForGiven ? text(inner) : ""
        }
      }.joined()
    }
    return text(parts)
  }

  // MARK: Reading

  private static func parts(of text: String) throws(PromptFileError) -> [Part] {
    var parts: [Part] = []
    var section: (name: String, isForGiven: Bool, before: [Part])?
    var rest = Substring(text)
    while let opening = rest.firstIndex(ofTag: "{{") {
      append(rest[..<opening], to: &parts)
      rest = rest[rest.index(opening, offsetBy: 2)...]
      guard let closing = rest.firstIndex(ofTag: "}}") else { throw .badTag(String(rest.prefix(20))) }
      let tag = rest[..<closing]
      let startsLine = opening == text.startIndex || text[text.index(before: opening)] == "\n"
      rest = rest[rest.index(closing, offsetBy: 2)...]
      switch tag.first {
      case "#", "^":
        guard section == nil else { throw .badTag(String(tag)) }
        section = (String(tag.dropFirst()), tag.first == "#", parts)
        parts = []
        if startsLine { dropLineEnd(of: &rest) }
      case "/":
        guard let open = section, open.name == tag.dropFirst() else { throw .badTag(String(tag)) }
        parts = open.before + [.section(open.name, isForGiven: open.isForGiven, parts)]
        section = nil
        if startsLine { dropLineEnd(of: &rest) }
      default:
        guard !tag.isEmpty else { throw .badTag("") }
        parts.append(.argument(String(tag)))
      }
    }
    if let section { throw .badTag(section.name) }
    append(rest, to: &parts)
    return parts
  }

  private static func append(_ text: Substring, to parts: inout [Part]) {
    if !text.isEmpty { parts.append(.text(String(text))) }
  }

  /// Takes the line feed behind a tag that stands alone.
  private static func dropLineEnd(of rest: inout Substring) {
    if rest.first == "\n" { rest.removeFirst() }
  }
}

extension Substring {
  /// Where two equal characters stand next to each other.
  fileprivate func firstIndex(ofTag tag: String) -> Index? {
    var start = startIndex
    while let found = self[start...].firstIndex(of: tag.first ?? "{") {
      if self[found...].hasPrefix(tag) { return found }
      start = index(after: found)
    }
    return nil
  }
}
