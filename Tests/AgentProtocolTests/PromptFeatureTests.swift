import AgentProtocol
import JSON
import JSONRPC
import Testing

/// `prompts/list` and `prompts/get` in every revision.
@Suite struct PromptFeatureTests {
  private static let icon = Icon(source: "data:image/png;base64,AA==", mimeType: "image/png", size: "1x1")

  private func ask(
    _ method: String, _ revision: ProtocolRevision, _ params: JSONObject = [:]
  ) throws -> JSONObject {
    let features = [PromptFeature([PromptDouble(), PromptDouble("bare", arguments: [])], icons: [Self.icon])]
    return revision == .july2026
      ? try Client(features: features).result(of: method, Client.stateless(params))
      : try Client.legacy(revision, features: features).result(of: method, params)
  }

  private func refusal(_ params: JSONObject) throws -> JSONObject {
    try Client(features: [PromptFeature([PromptDouble()])]).error(of: "prompts/get", Client.stateless(params))
  }

  @Test(
    arguments: [
      (.november2024, ["name", "description", "arguments"]),
      (.march2025, ["name", "description", "arguments"]),
      (.june2025, ["name", "title", "description", "arguments"]),
      (.november2025, ["name", "title", "description", "arguments", "icons"]),
      (.july2026, ["name", "title", "description", "arguments", "icons"]),
    ] as [(ProtocolRevision, [String])])
  func aPromptHasTheMembersOfTheRevision(revision: ProtocolRevision, names: [String]) throws {
    let prompts = try #require(try ask("prompts/list", revision)["prompts"]?.array)
    #expect(prompts.map { $0["name"] } == ["explain", "bare"])
    #expect(prompts[0].object?.names == names)
    #expect(prompts[1].object?.names == names.filter { $0 != "arguments" })
    #expect(
      prompts[0]["arguments"]?.array?.first
        == ["name": "run", "description": "The run.", "required": true])
  }

  @Test func theListMayBeKept() throws {
    let list = try ask("prompts/list", .july2026)
    #expect((list["ttlMs"], list["cacheScope"]) == (3_600_000, "public"))
    #expect(list["resultType"] == "complete")
    #expect(try ask("prompts/list", .november2025).names == ["prompts"])
  }

  @Test(arguments: ["", "x", 1] as [JSONValue])
  func noCursorWasEverGivenOut(cursor: JSONValue) throws {
    let client = try Client.legacy(features: [PromptFeature([PromptDouble()])])
    #expect(try client.error(of: "prompts/list", ["cursor": cursor])["code"] == -32602)
  }

  @Test(arguments: ProtocolRevision.allCases)
  func aPromptIsMadeOfItsArguments(revision: ProtocolRevision) throws {
    let result = try ask(
      "prompts/get", revision, ["name": "explain", "arguments": ["run": "r1", "depth": "", "reader": "me"]])
    #expect(result["description"] == "Explains it.")
    #expect(
      result["messages"] == [
        ["role": "user", "content": ["type": "text", "text": "reader=me run=r1"]],
        [
          "role": "assistant",
          "content": [
            "type": "resource", "resource": ["uri": "x://y", "mimeType": "text/plain", "text": "z"],
          ],
        ],
      ])
  }

  @Test(arguments: [[:], ["name": 1], ["name": "other"], ["name": ""]] as [JSONObject])
  func whatIsNoPromptIsRefused(params: JSONObject) throws {
    #expect(try refusal(params)["code"] == -32602)
  }

  @Test func everyProblemIsNamedAtOnce() throws {
    let error = try refusal(["name": "explain", "arguments": ["run": 1, "dept": "x", "reader": ""]])
    #expect(error["code"] == -32602)
    #expect(
      error["message"] == """
        The prompt explain: 3 problems with the arguments.
        - run: must be a string
        - dept: is not an argument here; there are: run, depth, reader
        - reader: is required: For whom.
        """)
    #expect(try refusal(["name": "explain", "arguments": []])["code"] == -32602)
  }

  @Test func whatAnArgumentNamesMustBeThere() throws {
    let error = try refusal(["name": "explain", "arguments": ["run": "gone", "reader": "me"]])
    #expect(error["code"] == -32602)
    let message = try #require(error["message"]?.string)
    #expect(message.hasSuffix("2 problems with the arguments.\n- run: is not there\n- reader: is asleep"))
  }
}
