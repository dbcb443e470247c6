import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// No answer is larger than hosts show: pages hold fewer elements then, and texts lose their middle.
@Suite struct AnswerBudgetTests {
  private static func result(_ text: String, isError: Bool = false, data: JSONObject = [:]) -> ToolResult {
    ToolResult(structuredContent: data, text: text, isError: isError)
  }

  @Test(arguments: [(false, 45_000), (true, 10_000)])
  func aTextThatIsTooLongLosesItsMiddle(isError: Bool, limit: Int) {
    let most = String(repeating: "a", count: limit)
    #expect(Self.result(most, isError: isError).text == most)
    for middle in [limit - 11, 1_000_000] {
      let text = "the first " + String(repeating: "m", count: middle) + " the last"
      let shown = Self.result(text, isError: isError).text
      #expect(shown.utf16.count <= limit && shown.utf16.count > limit - 100)
      #expect(shown.hasPrefix("the first mmm"))
      #expect(shown.hasSuffix("mmm the last"))
      #expect(shown.contains(" characters are left out here) …"))
    }
  }

  /// Code units are what is counted, and no character is cut in two.
  @Test(arguments: ["🚂", "é", "e\u{301}", "訓", "\r\n"])
  func whatIsNoLetterIsNotTorn(character: String) {
    for shift in 0..<3 {
      let text = String(repeating: "x", count: shift) + String(repeating: character, count: 40_000)
      let shown = Self.result(text, isError: true).text
      #expect(shown.utf16.count <= 10_000)
      #expect(!shown.unicodeScalars.contains("\u{FFFD}"))
      // A log of two-byte letters that fits is shown whole.
      #expect(Self.result(String(text.prefix(10_000))).text == text.prefix(10_000))
    }
  }

  @Test func aPageHoldsAsManyAsFit() async throws {
    let asked = Recorder<Int>()
    func answer(_ bytes: Int, _ limit: Int) -> ToolResult {
      asked.record(limit)
      return Self.result("", data: ["list": .array(Array(repeating: .string("x"), count: limit * bytes))])
    }
    // Each takes four bytes of JSON.
    _ = try await AnswerBudget.page(of: 100) { answer(10, $0) }
    #expect(asked.all == [100], "what fits is made once")
    _ = try await AnswerBudget.page(of: 100) { answer(300, $0) }
    #expect(asked.all == [100, 100, 50, 25])
    // One that is too large alone is shown all the same: else nobody could go on behind it.
    _ = try await AnswerBudget.page(of: 5) { answer(100_000, $0) }
    #expect(asked.all.suffix(3) == [5, 2, 1])
  }

  @Test func aTextCountsAsWell() async throws {
    let result = try await AnswerBudget.page(of: 64) {
      Self.result(String(repeating: "line\n", count: $0 * 1_000))
    }
    #expect(result.text.utf16.count == 40_000)
  }

  @Test func problemsPastAllReadingAreCounted() throws {
    let tool = ToolDouble(
      "start",
      schema: [
        "type": "object",
        "properties": ["list": ["type": "array", "items": ["type": "string"]]], "additionalProperties": false,
      ])
    let client = try Client.legacy(tools: [tool])
    let long = String(repeating: "e\u{301}", count: 100_000)
    client.call("start", ["list": .array(Array(repeating: 5, count: 30_000)), long: 1])
    let error = try #require(try client.result(1)["structuredContent"]?["error"])
    let message = try #require(error["message"]?.string)
    #expect(message.utf8.count < 8_000)
    #expect(message.hasPrefix("start: 30001 problems with the arguments; nothing was done.\n- list[0]: must"))
    #expect(message.hasSuffix(" more"))
    let lines = message.split(separator: "\n")
    #expect(lines.last == "- and \(30_001 - (lines.count - 2)) more")
    client.call("start", [long: 1], id: 2)
    let one = try #require(try client.result(2)["structuredContent"]?["error"]?["message"]?.string)
    #expect(one.unicodeScalars.count < 700)
  }

  @Test func whatIsEchoedIsShort() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let client = try Client.legacy(features: [ToolFeature([ToolDouble()]), PromptFeature([PromptDouble()])])
    let meta = Client.meta(version: .string(long))
    let unknown: JSONObject = [long: "x"]
    let requests: [(String, JSONObject)] = [
      (long, [:]), ("tools/call", ["name": .string(long)]), ("prompts/get", ["name": .string(long)]),
      ("prompts/get", ["name": "explain", "arguments": .object(unknown)]),
      ("tools/list", ["_meta": .object(meta)]), ("tools/list", ["cursor": .string(long)]),
    ]
    for (id, (method, params)) in requests.enumerated() {
      let error = try client.error(of: method, params, id: .integer(Int64(id)))
      #expect(JSONWriter.bytes(.object(error)).count < 1_500)
    }
  }
}
