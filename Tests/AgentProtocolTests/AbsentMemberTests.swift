import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Optional members that are written as null: they are not there.
@Suite struct AbsentMemberTests {
  @Test(arguments: ["tools/list", "prompts/list"])
  func aCursorThatIsNullAsksForTheFirstPage(method: String) throws {
    let client = Client(features: [ToolFeature([ToolDouble()]), PromptFeature([])])
    let plain = try client.result(of: method, Client.stateless([:]), id: 1)
    #expect(try client.result(of: method, Client.stateless(["cursor": .null]), id: 2) == plain)
    #expect(try client.error(of: method, Client.stateless(["cursor": ""]), id: 3)["code"] == -32602)
  }

  @Test func whatIsInsideOfOtherMembersMayBeNullToo() throws {
    let seen = Recorder<Bool>()
    let tool = ToolDouble { _, context in
      seen.record(context.caller.capabilities.elicitsForms)
      return ToolResult(structuredContent: [:], text: "")
    }
    let client = Client(features: [ToolFeature([tool])])
    let prefix = "io.modelcontextprotocol/"
    for (id, capabilities) in [
      ["elicitation": .null], ["elicitation": ["url": [:], "form": .null]], ["elicitation": ["form": [:]]],
    ].enumerated() as EnumeratedSequence<[JSONObject]> {
      var meta = Client.meta()
      meta[prefix + "clientCapabilities"] = .object(capabilities)
      meta[prefix + "logLevel"] = .null
      meta["progressToken"] = .null
      client.call("echo", id: .integer(Int64(id)), meta: meta)
    }
    #expect(seen.all == [false, false, true])
  }

  private static let schema: JSONObject = [
    "type": "object",
    "properties": [
      "command": ["type": "string"], "cwd": ["type": "string"], "limit": ["type": ["integer", "null"]],
      "start": [
        "type": "object", "properties": ["name": ["type": "string"], "cwd": ["type": "string"]],
        "required": ["name"],
      ],
      "after": ["type": "array", "items": ["type": "object", "properties": ["run": ["type": "string"]]]],
      "env": ["type": "object", "additionalProperties": ["type": "string"]],
    ],
    "required": ["command"], "additionalProperties": false,
  ]

  @Test(
    arguments: [
      (["command": "a", "cwd": .null], ["command": "a"]),
      (["command": "a", "start": ["name": "b", "cwd": .null]], ["command": "a", "start": ["name": "b"]]),
      (
        ["command": "a", "after": [["run": .null], ["run": "r"]]],
        ["command": "a", "after": [[:], ["run": "r"]]]
      ),
      (["command": "a", "start": .null, "after": .null, "env": .null], ["command": "a"]),
      // Here null is a value.
      (["command": "a", "limit": .null], ["command": "a", "limit": .null]),
    ] as [(JSONObject, JSONObject)])
  func anArgumentThatIsNullIsNotThere(given: JSONObject, taken: JSONObject) throws {
    let client = try Client.legacy(tools: [ToolDouble(schema: Self.schema)])
    client.call("echo", given)
    #expect(try client.result(1)["structuredContent"] == ["got": .object(taken)])
  }

  @Test(
    arguments: [
      (["command": .null], "command: must be a string, but is null: null"),
      (["command": "a", "start": ["name": .null]], "start.name: must be a string, but is null: null"),
      (["command": "a", "env": ["KEY": .null]], "env.KEY: must be a string, but is null: null"),
      (["command": "a", "cwdd": .null], "cwdd: is not an argument here"),
    ] as [(JSONObject, String)])
  func whatIsRequiredOrUnknownIsRefusedAsNull(given: JSONObject, problem: String) throws {
    let client = try Client.legacy(tools: [ToolDouble(schema: Self.schema)])
    client.call("echo", given)
    let result = try client.result(1)
    #expect(result["isError"] == true)
    #expect(result["structuredContent"]?["error"]?["message"]?.string?.contains(problem) == true)
  }
}
