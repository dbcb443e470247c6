/// A message as a library prints it, with names in braces for what differs from one time to the next.
///
/// `index {index#} is out of bounds for axis {axis#}` matches where its words stand one behind the other. `{name}` takes
/// the shortest text up to the next words, within a line; `{name#}` takes a number only. At the end of a template `{name}`
/// takes a word.
struct MessageTemplate: Sendable {
  /// What the names stand for in one message.
  struct Match: Hashable, Sendable {
    /// The message.
    let text: String
    var names: [String: String] = [:]

    subscript(_ name: String) -> String? { names[name] }
  }

  private enum Part {
    case words([UInt8])
    case name(String, isNumber: Bool)
  }

  /// Bytes that a name may stand for.
  private static let longest = 200
  /// Bytes of a message that are looked at: what libraries say of a failure they say at its beginning.
  private static let mostText = 4096

  private let parts: [Part]

  /// - Parameter text: begins with words; between two names there are words as well.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(Array(rest[..<open].utf8))) }
      let name = rest[rest.index(after: open)..<close]
      parts.append(.name(name.filter { $0 != "#" }, isNumber: name.last == "#"))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(Array(rest.utf8))) }
    self.parts = parts
  }

  /// What the names stand for in a message; nil where it does not say so.
  func match(_ message: String) -> Match? { match(message, Self.bytes(of: message)) }

  /// The same where many templates are held against one message, whose bytes are taken once.
  func match(_ message: String, _ bytes: [UInt8]) -> Match? {
    read(bytes).map { Match(text: message, names: $0.names) }
  }

  /// As much of a message as is looked at.
  static func bytes(of message: String) -> [UInt8] { Array(message.utf8.prefix(mostText)) }

  /// What stands behind the words in a message; nil where it does not say so.
  func rest(of message: String) -> String? {
    let text = Self.bytes(of: message)
    return read(text).map { String(decoding: text[$0.end...], as: UTF8.self) }
  }

  private func read(_ text: [UInt8]) -> (names: [String: String], end: Int)? {
    guard case .words(let first)? = parts.first else { return nil }
    var start = 0
    while let found = find(first, in: text, from: start, through: text.count) {
      if let read = read(text, from: found + first.count) { return read }
      start = found + 1
    }
    return nil
  }

  /// The parts behind the first one.
  private func read(_ text: [UInt8], from start: Int) -> (names: [String: String], end: Int)? {
    var names: [String: String] = [:]
    var place = start
    var index = 1
    while index < parts.count {
      switch parts[index] {
      case .words(let words):
        guard text[place...].starts(with: words) else { return nil }
        place += words.count
        index += 1
      case .name(let name, let isNumber):
        let end: Int
        if index + 1 < parts.count, case .words(let next) = parts[index + 1] {
          let limit = min(text.count, place + Self.longest + next.count)
          guard let found = find(next, in: text, from: place + 1, through: limit) else { return nil }
          end = found
        } else {
          end = isNumber ? numberEnd(text, place) : wordEnd(text, place)
        }
        let taken = text[place..<end]
        guard !taken.isEmpty, !taken.contains(0x0A), !isNumber || taken.allSatisfy(Self.isOfNumber) else {
          return nil
        }
        names[name] = String(decoding: taken, as: UTF8.self)
        place = end
        index += 1
      }
    }
    return (names, place)
  }

  private func find(_ words: [UInt8], in text: [UInt8], from start: Int, through end: Int) -> Int? {
    guard start <= end - words.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      words.withUnsafeBufferPointer { words in
        ByteSearch.find(words, in: UnsafeBufferPointer(rebasing: text[start..<end])).map { start + $0 }
      }
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D
  }

  private func numberEnd(_ text: [UInt8], _ start: Int) -> Int {
    var end = text[start...].firstIndex { !Self.isOfNumber($0) } ?? text.count
    while end > start, text[end - 1] &- 0x30 >= 10 { end -= 1 }
    return end
  }

  private func wordEnd(_ text: [UInt8], _ start: Int) -> Int {
    var end = text[start...].firstIndex { $0 <= 0x20 || "'\"`),;]".utf8.contains($0) } ?? text.count
    while end > start, ".:".utf8.contains(text[end - 1]) { end -= 1 }
    return end
  }
}
