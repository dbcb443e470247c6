import JSON
import Testing

/// Everything of the grammar around numbers and strings, and where errors are said to be.
@Suite struct JSONSyntaxTests {
  private func failure(_ text: String) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
      _ = try JSONParser.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("null", .null), ("true", true), ("false", false), ("[]", []), ("{}", [:]), (" \t\r\n[ ] ", []),
      ("{ }", [:]), ("[1,[2,[3]]]", [1, [2, [3]]]), ("[ 1 , 2 ]", [1, 2]),
      (#" { "a" : { "b" : [ null , true ] } } "#, ["a": ["b": [.null, true]]]), (#"{"":0}"#, ["": 0]),
    ] as [(String, JSONValue)])
  func documentsAreRead(text: String, value: JSONValue) throws {
    #expect(try JSONParser.parse(text) == value)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("nul", .unexpectedEnd, 3),
      ("nulx", .unexpectedByte(0x78), 3), ("True", .unexpectedByte(0x54), 0),
      ("[1,]", .unexpectedByte(0x5D), 3),
      ("[,1]", .unexpectedByte(0x2C), 1), ("[1 2]", .unexpectedByte(0x32), 3), ("[1", .unexpectedEnd, 2),
      ("{\"a\":1,}", .unexpectedByte(0x7D), 7), ("{a:1}", .unexpectedByte(0x61), 1),
      ("{\"a\" 1}", .unexpectedByte(0x31), 5), ("{\"a\":}", .unexpectedByte(0x7D), 5),
      ("{1:1}", .unexpectedByte(0x31), 1), ("{\"a\":1", .unexpectedEnd, 6), ("]", .unexpectedByte(0x5D), 0),
      ("[1]x", .trailingBytes, 3), ("{} {}", .trailingBytes, 3), ("1 1", .trailingBytes, 2),
      ("null\0", .trailingBytes, 4), ("\u{FEFF}{}", .unexpectedByte(0xEF), 0),
      ("'a'", .unexpectedByte(0x27), 0),
      ("[1] // why", .trailingBytes, 4), ("\u{B}1", .unexpectedByte(0x0B), 0),
      ("\u{A0}1", .unexpectedByte(0xC2), 0),
      ("\"a", .unexpectedEnd, 2), ("\"a\\", .unexpectedEnd, 3), ("\"\\u00", .unexpectedEnd, 5),
      ("01", .badNumber, 2), ("1.x", .badNumber, 2), ("\"\\q\"", .badEscape, 2),
      ("\"a\u{1}\"", .controlCharacterInString, 2),
    ] as [(String, JSONSyntaxError.Problem, Int)])
  func errorsSayWhatAndWhere(text: String, problem: JSONSyntaxError.Problem, offset: Int) throws {
    let error = try #require(failure(text))
    #expect(error.problem == problem)
    #expect(error.offset == offset)
  }

  @Test func errorsReadWell() throws {
    #expect(try #require(failure("[1,]")).description == "unexpected byte 0x5d at byte 3")
    #expect(try #require(failure("[1")).description == "the text ends in the middle of a value at byte 2")
    #expect(try #require(failure("1 1")).description == "there is more after the value at byte 2")
  }

  @Test func depthIsLimited() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      // The innermost value is a level as well.
      _ = try JSONParser.parse(nested(JSONParser.maximumDepth - 1, open, close))
      let tooDeep = try #require(failure(nested(JSONParser.maximumDepth, open, close)))
      #expect(tooDeep.problem == .tooDeep(limit: 128))
    }
    // Far deeper than any stack.
    #expect(failure(String(repeating: "[", count: 1_000_000))?.problem == .tooDeep(limit: 128))
    #expect(failure(String(repeating: #"{"":["#, count: 500_000))?.problem == .tooDeep(limit: 128))
  }

  @Test func offsetsOfASliceCountFromItsStart() throws {
    let bytes = Array("xxxx[1,]".utf8)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(bytes[4...]) }
    #expect(error?.offset == 3)
    #expect(try JSONParser.parse(bytes[5..<6]) == 1)
  }

  @Test func ofTwoMembersWithOneNameTheLastCounts() throws {
    let value = try JSONParser.parse(#"{"a":1,"b":2,"a":3}"#)
    #expect(value["a"] == 3)
    #expect(value["b"] == 2)
    #expect(value == ["b": 2, "a": 3])
  }

  private static let sample = #"""
    {"jsonrpc":"2.0","id":-12,"x":[true,false,null,1.5e-3,"aé\u00e9\ud83d\ude00\"\n"],"y":{"":{}},"z":[]}
    """#

  @Test func everyTruncationIsAnError() throws {
    let bytes = Array(Self.sample.utf8)
    _ = try JSONParser.parse(bytes)
    for end in 0..<bytes.count {
      let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(bytes[..<end])) }
      #expect(error.map { $0.offset <= end } == true)
    }
  }
}
