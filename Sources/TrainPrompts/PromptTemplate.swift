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
    // Bytes are searched, which are far fewer steps than characters.
    var rest = text.utf8[...]
    while let opening = doubled(UInt8(ascii: "{"), in: rest) {
      append(rest[..<opening], to: &parts)
      let startsLine = opening == text.startIndex || text.utf8[text.utf8.index(before: opening)] == lineFeed
      rest = rest[opening...].dropFirst(2)
      guard let closing = doubled(UInt8(ascii: "}"), in: rest) else {
        throw .badTag(String(Substring(rest.prefix { $0 != lineFeed })))
      }
      let tag = String(Substring(rest[..<closing]))
      rest = rest[closing...].dropFirst(2)
      switch tag.utf8.first {
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        guard section == nil else { throw .badTag(tag) }
        section = (String(tag.dropFirst()), tag.utf8.first == UInt8(ascii: "#"), parts)
        parts = []
        if startsLine { dropLineEnd(of: &rest) }
      case UInt8(ascii: "/"):
        guard let open = section, open.name == tag.dropFirst() else { throw .badTag(tag) }
        parts = open.before + [.section(open.name, isForGiven: open.isForGiven, parts)]
        section = nil
        if startsLine { dropLineEnd(of: &rest) }
      default:
        guard !tag.isEmpty else { throw .badTag("") }
        parts.append(.argument(tag))
      }
    }
    if let section { throw .badTag(section.name) }
    append(rest, to: &parts)
    return parts
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func append(_ text: Substring.UTF8View, to parts: inout [Part]) {
    if !text.isEmpty { parts.append(.text(String(Substring(text)))) }
  }

  /// Takes the line feed behind a tag that stands alone.
  private static func dropLineEnd(of rest: inout Substring.UTF8View) {
    if rest.first == lineFeed { rest.removeFirst() }
  }

  /// Where a byte stands twice in a row.
  private static func doubled(_ byte: UInt8, in text: Substring.UTF8View) -> String.Index? {
    var start = text.startIndex
    while let found = text[start...].firstIndex(of: byte) {
      start = text.index(after: found)
      if start < text.endIndex, text[start] == byte { return found }
    }
    return nil
  }
}
