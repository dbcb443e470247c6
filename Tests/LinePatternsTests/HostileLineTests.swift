import Testing

@testable import LinePatterns

/// Patterns and lines over which a machine that goes back would sit for ever.
@Suite(.timeLimit(.minutes(10))) struct HostileLineTests {
  private static let bytes = 10 << 20

  @Test(arguments: ["(a*)*b", "(a|aa)+$b", "(a|a)*(a|a)*c", "(.*)(.*)(.*)(.*)x$", "a{1,30}a{1,30}b"])
  func aLongLineIsReadOnce(pattern: String) throws {
    var matcher = LineMatcher(try LinePattern(pattern))
    let line = String(repeating: "a", count: Self.bytes)
    let found = matcher.isFound(in: line)
    #expect(!found)
    #expect(matcher.rememberedStates < 100)
  }

  /// The machine of this one has 2^13 states, more than are remembered.
  @Test func whatIsRememberedIsBounded() throws {
    var matcher = LineMatcher(try LinePattern("(a|b)*a(a|b){12}c"))
    var line = ""
    var bits: UInt32 = 0xACE1
    for _ in 0..<100_000 {
      bits = bits >> 1 ^ (bits & 1 == 0 ? 0 : 0xB400)
      line += bits & 1 == 0 ? "a" : "b"
    }
    let found = matcher.isFound(in: line)
    #expect(!found)
    #expect(matcher.rememberedStates <= 1_000)
    let isFoundAtTheEnd = matcher.isFound(in: line + "abbbbbbbbbbbbc")
    #expect(isFoundAtTheEnd)
  }
}
