import TestSupport

/// A part of a random pattern, and the plainest way to say what it means.
enum PatternPart {
  case character(Character)
  case anyCharacter
  case anyCharacters
  case set([Character], isNegated: Bool)

  static func random(_ random: inout SeededGenerator) -> PatternPart {
    let characters: [Character] = ["a", "b", "ü"]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .anyCharacter
    case 1, 2: return .anyCharacters
    case 3:
      // A bracket or a dash is itself where it comes first.
      let set = characters.filter { _ in Bool.random(using: &random) }
      let first: [Character] = [[], ["]"], ["-"]].randomElement(using: &random) ?? []
      return set.isEmpty ? .anyCharacter : .set(first + set, isNegated: Bool.random(using: &random))
    default: return .character(characters.randomElement(using: &random) ?? "a")
    }
  }

  var text: String {
    switch self {
    case .character(let character): String(character)
    case .anyCharacter: "?"
    case .anyCharacters: "*"
    case .set(let characters, let isNegated): "[\(isNegated ? "!" : "")\(String(characters))]"
    }
  }

  static func matches(_ parts: ArraySlice<PatternPart>, _ name: Substring) -> Bool {
    guard let part = parts.first else { return name.isEmpty }
    if case .anyCharacters = part {
      return matches(parts.dropFirst(), name) || (!name.isEmpty && matches(parts, name.dropFirst()))
    }
    guard let character = name.first else { return false }
    let fits =
      switch part {
      case .character(let own): own == character
      case .anyCharacter, .anyCharacters: true
      case .set(let characters, let isNegated): characters.contains(character) != isNegated
      }
    return fits && matches(parts.dropFirst(), name.dropFirst())
  }
}
