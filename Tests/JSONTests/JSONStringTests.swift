import JSON
import Testing

/// Strings by RFC 8259 sections 7 and 8: escapes, surrogates, control characters, UTF-8.
@Suite struct JSONStringTests {
  private func problem(_ bytes: [UInt8]) -> JSONSyntaxError.Problem? {
    do throws(JSONSyntaxError) {
      _ = try JSONParser.parse(bytes)
      return nil
    } catch {
      return error.problem
    }
  }

  private func quoted(_ bytes: [UInt8]) -> [UInt8] { [0x22] + bytes + [0x22] }

  @Test(arguments: [
    (#""""#, ""), (#""a""#, "a"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u00E9\u20aC""#, "Aéé€"), (#""\u0000""#, "\0"), (#""a\u0000b""#, "a\0b"),
    (#""\ud83d\ude00""#, "😀"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\ud800\udc00""#, "\u{10000}"),
    (#""é€😀""#, "é€😀"), (#""\u2028\u2029""#, "\u{2028}\u{2029}"), ("\"\u{7F}\u{80}\"", "\u{7F}\u{80}"),
  ])
  func escapesAreRead(text: String, string: String) throws {
    let read = try #require(try JSONParser.parse(text).string)
    #expect(Array(read.utf8) == Array(string.utf8))
  }

  @Test(arguments: [
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
  ])
  func halfASurrogatePairBecomesTheReplacementCharacter(text: String, string: String) throws {
    #expect(try JSONParser.parse(text).string == string)
  }

  @Test(arguments: [
    #""\x""#, #""\'""#, #""\u12""#, #""\u12g4""#, #""\U0041""#, #""\ud83d\u12""#, #""\0""#, #""\u+123""#,
  ])
  func badEscapesAreRefused(text: String) {
    #expect(problem(Array(text.utf8)) == .badEscape)
  }

  @Test(arguments: UInt8(0)..<0x20)
  func controlCharactersMustBeEscaped(byte: UInt8) throws {
    #expect(problem(quoted([byte])) == .controlCharacterInString)
    // Behind an escape the string is read by other code.
    #expect(problem(quoted(Array(#"\n"#.utf8) + [byte])) == .controlCharacterInString)
    let text = String(Unicode.Scalar(byte))
    let written = JSONWriter.bytes(.string(text))
    #expect(written.allSatisfy { $0 >= 0x20 })
    #expect(try JSONParser.parse(written) == .string(text))
  }

  @Test(
    arguments: [
      [0xFF], [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
    #expect(problem(quoted(bytes)) == .invalidUTF8)
    #expect(problem(quoted(Array(#"\n"#.utf8) + bytes)) == .invalidUTF8)
  }

  @Test(arguments: [
    ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
    ("\0\u{1}\u{1F}", #""\u0000\u0001\u001f""#), ("é€😀\u{2028}", "\"é€😀\u{2028}\""), ("\u{7F}", "\"\u{7F}\""),
    ("\r\n", #""\r\n""#),
  ])
  func stringsAreWrittenWithNoEscapeMoreThanNeeded(string: String, text: String) {
    #expect(JSONWriter.text(.string(string)) == text)
  }

  @Test func everyScalarSurvivesTheWayThereAndBack() throws {
    for start in stride(from: UInt32(0), through: 0x10FFFF, by: 0x1000) {
      let scalars = (start..<start + 0x1000).compactMap(Unicode.Scalar.init)
      let text = String(String.UnicodeScalarView(scalars))
      let read = try JSONParser.parse(JSONWriter.bytes(.string(text))).string
      #expect(read.map { $0.utf8.elementsEqual(text.utf8) } == true)
    }
  }
}
