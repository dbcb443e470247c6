import Testing

@testable import Diagnosis

/// Messages as libraries print them, with what differs left open.
@Suite struct MessageTemplateTests {
  @Test(arguments: [
    ("index {i#} is out", "index 7 is out of range", ["i": "7"]),
    ("index {i#} is out", "an index of index -1 is out", ["i": "-1"]),
    ("size {a} and {b}", "size [2, 3] and [4].", ["a": "[2, 3]", "b": "[4"]),
    ("lr {rate}", "set lr 0.1, please", ["rate": "0.1"]),
    ("no {name} here", "no no a here", ["name": "no a"]),
    ("end {n#}", "end 3.", ["n": "3"]),
    ("plain words", "with plain words in it", [:]),
    ("a\nb {x}", "a\nb c d", ["x": "c"]),
    ("größe {n#} px", "die größe 12 px", ["n": "12"]),
  ])
  func namesStandForWhatIsBetweenWords(template: String, text: String, match: [String: String]) {
    #expect(MessageTemplate(template).match(text)?.names == match)
  }

  @Test(arguments: [
    ("index {i#} is", "index seven is"), ("a {x} b", "a \n b"), ("a {x} b", "a  b"), ("words", "other"),
    ("a {x}", "a "),
    ("a {x} b", "a " + String(repeating: "x", count: 300) + " b"),
  ])
  func whatSaysSomethingElseIsNoMatch(template: String, text: String) {
    #expect(MessageTemplate(template).match(text) == nil)
  }

  @Test func whatFollowsIsTheRest() {
    #expect(MessageTemplate("choose from {first},").rest(of: "(choose from a, b, c)") == " b, c)")
    #expect(MessageTemplate("choose").rest(of: "nothing") == nil)
  }

  @Test func aHostileMessageCostsLittle() {
    let text = String(repeating: "index index ", count: 100_000)
    #expect(MessageTemplate("index {a} index {b#} is out of {c}").match(text) == nil)
  }

  @Test(arguments: [
    ("2.34 GiB", 2.34 * 0x1p30), ("563.62 MB", 563.62e6), ("17179869184 bytes", 0x1p34), ("0 bytes", 0),
    ("12", 12),
  ])
  func amountsAreRead(text: String, bytes: Double) {
    #expect(ByteAmount(text).map { abs($0.bytes - bytes) <= bytes * 1e-12 } == true)
  }

  @Test(arguments: ["GiB", "", "2 parsecs", "-"])
  func whatIsNoAmountIsNone(text: String) { #expect(ByteAmount(text) == nil) }

  @Test(arguments: [(0x1p30, "1 GiB"), (1.5 * 0x1p20, "1.5 MiB"), (12, "12 bytes"), (0x1p50, "1024 TiB")])
  func amountsAreWritten(bytes: Double, text: String) { #expect(ByteAmount(bytes: bytes).text == text) }
}
