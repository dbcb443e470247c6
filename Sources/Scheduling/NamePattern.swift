/// What the name of a file or directory must look like: one component of a glob.
package struct NamePattern: Hashable, Sendable {
  private let parts: [Part]

  private enum Part: Hashable, Sendable {
    case character(UInt32)
    case anyCharacter
    case anyCharacters
    case set([ClosedRange<UInt32>], isNegated: Bool)

    func matches(_ character: UInt32) -> Bool {
      switch self {
      case .character(let own): own == character
      case .anyCharacter, .anyCharacters: true
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
      }
    }
  }

  /// Reads a component without slashes.
  init(_ text: String) throws(DataGlobError) {
    var scanner = Array(text.unicodeScalars)[...]
    var parts: [Part] = []
    while let scalar = scanner.popFirst() {
      switch scalar {
      case "*" where scanner.first == "*": throw .besideDoubleStar(component: text)
      case "*": parts.append(.anyCharacters)
      case "?": parts.append(.anyCharacter)
      case "[": parts.append(try Self.set(&scanner, in: text))
      case "\\": throw .backslash
      case "{": throw .brace
      default: parts.append(.character(scalar.value))
      }
    }
    self.parts = parts
  }

  /// Whether it has no wildcards: it is one name.
  var isPlain: Bool {
    parts.allSatisfy { if case .character = $0 { true } else { false } }
  }

  /// Whether a name fits, given as the bytes that the file system has.
  ///
  /// A character is a Unicode scalar; in a name that is no UTF-8 each byte is one, and those above 127 are none of
  /// Unicode's.
  package func matches(_ name: some Collection<UInt8>) -> Bool {
    let characters = Self.characters(of: name)
    if characters.first == Self.dot, parts.first != .character(Self.dot) { return false }
    return matches(characters)
  }

  /// A star that did not take enough takes one character more: the last one is the only one to go back to.
  private func matches(_ name: [UInt32]) -> Bool {
    var (part, character) = (0, 0)
    var retry: (part: Int, character: Int)?
    while character < name.count {
      if part < parts.count, parts[part] == .anyCharacters {
        part += 1
        retry = (part, character)
      } else if part < parts.count, parts[part].matches(name[character]) {
        part += 1
        character += 1
      } else if let last = retry {
        (part, character) = (last.part, last.character + 1)
        retry = (part, character)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anyCharacters }
  }

  private static let dot = UInt32(UInt8(ascii: "."))

  private static func characters(of name: some Collection<UInt8>) -> [UInt32] {
    if name.allSatisfy({ $0 < 0x80 }) { return name.map(UInt32.init) }
    if let text = String(validating: name, as: UTF8.self) { return text.unicodeScalars.map(\.value) }
    return name.map { $0 < 0x80 ? UInt32($0) : 0x11_0000 + UInt32($0) }
  }

  /// What stands between brackets, after the opening one: a closing one that comes first is one of the set.
  private static func set(
    _ scanner: inout ArraySlice<Unicode.Scalar>, in text: String
  ) throws(DataGlobError) -> Part {
    var isNegated = false
    if let first = scanner.first, first == "!" || first == "^" {
      isNegated = true
      scanner.removeFirst()
    }
    var ranges: [ClosedRange<UInt32>] = []
    while let scalar = scanner.popFirst() {
      if scalar == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
      var last = scalar
      if scanner.first == "-", let end = scanner.dropFirst().first, end != "]" {
        scanner.removeFirst(2)
        last = end
      }
      guard scalar <= last else { throw .backwardRange(component: text) }
      ranges.append(scalar.value...last.value)
    }
    throw .openBracket(component: text)
  }
}
