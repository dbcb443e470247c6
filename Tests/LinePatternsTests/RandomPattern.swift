import TestSupport

@testable import LinePatterns

/// Patterns and lines drawn by lot, small enough that one often holds the other.
struct RandomPattern {
  private static let letters = ["a", "b", "é", "日", "🚂", " ", "_"]
  private static let sets = [".", "[ab]", "[^a]", "[^é日]", "\\w", "\\W", "\\s", "[a-é]", "[😀-🤀]", "\\D"]
  private static let places = ["^", "$", "\\b", "\\B"]
  private static let counts = ["*", "+", "?", "{2}", "{1,2}", "{0,3}", "{1,}", "*?"]

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pattern(depth: Int = 3) -> String {
    switch Int.random(in: 0..<(depth == 0 ? 3 : 8), using: &generator) {
    case 0, 1: pick(Self.letters)
    case 2: pick(Self.sets)
    case 3: pick(Self.places)
    case 4: "(\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
    case 5: "(?:\(pattern(depth: depth - 1)))\(pick(Self.counts))"
    default: pattern(depth: depth - 1) + pattern(depth: depth - 1)
    }
  }

  mutating func line() -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in pick(Self.letters) }.joined()
  }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
}
