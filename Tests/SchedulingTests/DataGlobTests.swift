import Scheduling
import TestSupport
import Testing

/// What a glob may say, and which names fit it.
@Suite struct DataGlobTests {
  private func pattern(_ text: String) throws -> NamePattern {
    guard case .pattern(let pattern)? = try DataGlob(text).components.first else {
      throw DataGlobError.empty
    }
    return pattern
  }

  @Test(
    arguments: [
      ("*.csv", ["a.csv", "ü b.csv"], ["a.csv.gz", ".csv", ".a.csv", "csv"]),
      ("?", ["a", "ü", "漢"], ["", "ab", "."]),
      ("a?c", ["abc", "aüc"], ["ac", "abbc"]),
      ("[a-cx]1", ["a1", "b1", "x1"], ["d1", "-1", "A1"]),
      ("[!a-c]", ["d", "ü", "!"], ["a", "b", "", "dd"]),
      ("[^a]b", ["bb"], ["ab"]),
      ("[]x]", ["]", "x"], ["[", ""]),
      ("[!]]", ["x"], ["]"]),
      ("[a-]", ["a", "-"], ["b"]),
      ("[[*]", ["[", "*"], ["a"]),
      ("*[.]a", ["x.a"], [".a", "xa"]),
      (".*", [".a", "."], ["a"]),
      ("a*b*c", ["abc", "axxbxxc", "abbcc", "aabcbc"], ["acb", "abcd", "ab"]),
      ("[ä-ü]", ["ö"], ["o"]),
    ] as [(String, [String], [String])])
  func namesThatFitAndThoseThatDoNot(text: String, fits: [String], others: [String]) throws {
    let pattern = try pattern(text)
    for name in fits { #expect(pattern.matches(Array(name.utf8)), "\(text) \(name)") }
    for name in others { #expect(!pattern.matches(Array(name.utf8)), "\(text) \(name)") }
  }

  @Test func aByteThatIsNoTextIsACharacter() throws {
    #expect(try pattern("a?c").matches([0x61, 0xFF, 0x63]))
    #expect(try !pattern("a?c").matches([0x61, 0xC3, 0xFF, 0x63]))
    #expect(try pattern("a[!b]").matches([0x61, 0xFF]))
    #expect(try !pattern("aÿ*").matches([0x61, 0xFF]))
  }

  @Test(
    arguments: [
      ("", .empty), ("/", .empty), ("/./.", .empty), ("a\0b", .nulCharacter), ("~/data", .home),
      (#"a\*"#, .backslash), ("a.{csv,tsv}", .brace), ("a/b**", .besideDoubleStar(component: "b**")),
      ("***", .besideDoubleStar(component: "***")), ("*/../a", .parentAfterWildcard),
      ("**/../a", .parentAfterWildcard), ("a[b", .openBracket(component: "a[b")),
      ("a[]", .openBracket(component: "a[]")), ("[a/b]", .openBracket(component: "[a")),
      ("[z-a]", .backwardRange(component: "[z-a]")),
      (String(repeating: "a", count: 4_097), .tooLong),
    ] as [(String, DataGlobError)])
  func whatIsNoGlobIsRefused(text: String, error: DataGlobError) {
    #expect(throws: error) { try DataGlob(text) }
    #expect(!error.message.isEmpty && !error.hint.isEmpty)
  }

  @Test func componentsAreReadOneByOne() throws {
    let glob = try DataGlob("/a/./../**//**/b/")
    #expect(glob.isAbsolute)
    #expect(glob.components == [.name("a"), .name(".."), .anyDepth, .name("b"), .anyDepth])
    #expect(try !DataGlob("a/b").isAbsolute)
    #expect(try DataGlob("[[]a]").components.count == 1)
    for text in [".", "./", "./."] { #expect(try DataGlob(text).components == [.anyDepth]) }
    #expect(try DataGlob("a/**/").components == [.name("a"), .anyDepth])
  }

  /// Random patterns against a matcher that tries everything.
  @Test(arguments: 0..<20) func whatFitsIsWhatAPatternMeans(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var matches = 0
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...6, using: &random)).map { _ in PatternPart.random(&random) }
      // Two stars beside each other are another thing, and without a wildcard it is a name.
      let text = parts.map(\.text).joined()
      guard !text.utf8.elementsEqual("**".utf8), let pattern = try? pattern(text) else { continue }
      for _ in 0..<10 {
        let name = String(
          (0..<Int.random(in: 1...6, using: &random)).map { _ in
            "abü-]".randomElement(using: &random) ?? "a"
          })
        let expected = PatternPart.matches(parts[...], name[...])
        #expect(pattern.matches(Array(name.utf8)) == expected, "\(text) \(name)")
        if expected { matches += 1 }
      }
    }
    #expect(matches > 50)
  }
}
