package import JSON

/// What well-formed frames are made of: every method of both eras, every tool with its schema, and what clients have
/// said in transcripts.
package struct FrameCorpus: Sendable {
  let messages: [JSONValue]
  let tools: [(name: String, schema: JSONObject)]

  /// - Parameters:
  ///   - tools: their names and input schemas.
  ///   - transcripts: in the form of `fixtures/transcripts`; what is no message in them is passed over.
  package init(tools: [(name: String, schema: JSONObject)], transcripts: [[UInt8]]) {
    self.tools = tools
    messages = Self.methods + transcripts.flatMap(Self.messages)
  }

  private static func messages(of transcript: [UInt8]) -> [JSONValue] {
    transcript.split(separator: UInt8(ascii: "\n")).compactMap { line in
      // What a transcript holds besides messages is not wanted here.
      guard let entry = try? JSONParser.parse(line), entry["from"] == "client" else { return nil }
      return entry["message"]
    }
  }

  /// One message of each method, also of those that this server may not have.
  private static let methods: [JSONValue] = {
    let requests: [(String, JSONObject)] = [
      (
        "initialize", ["capabilities": ["elicitation": [:]], "clientInfo": ["name": "fuzz", "version": "1"]]
      ),
      ("server/discover", [:]), ("ping", [:]), ("tools/list", [:]), ("tools/list", ["cursor": "x"]),
      ("prompts/list", [:]), ("prompts/get", ["name": "x", "arguments": ["a": "b"]]),
      ("resources/list", [:]), ("resources/templates/list", [:]), ("resources/read", ["uri": "train://runs"]),
      ("resources/subscribe", ["uri": "train://runs"]), ("resources/unsubscribe", ["uri": "train://runs"]),
      (
        "subscriptions/listen",
        ["notifications": ["toolsListChanged": true, "resourceSubscriptions": ["train://runs"]]]
      ),
      (
        "completion/complete",
        ["ref": ["type": "ref/prompt", "name": "x"], "argument": ["name": "a", "value": "b"]]
      ),
      ("logging/setLevel", ["level": "debug"]), ("tasks/get", ["taskId": "x"]),
      ("tasks/update", ["taskId": "x", "inputResponses": [:]]), ("tasks/cancel", ["taskId": "x"]),
      ("tasks/list", [:]), ("tasks/result", ["taskId": "x"]), ("no/such/method", [:]), ("", [:]),
    ]
    let notifications: [(String, JSONObject)] = [
      ("notifications/initialized", [:]), ("notifications/roots/list_changed", [:]),
      ("notifications/progress", ["progressToken": 1, "progress": 2]), ("notifications/unheard", ["a": 1]),
      ("tools/list", [:]),
    ]
    let replies: [JSONValue] = [
      ["jsonrpc": "2.0", "id": 1, "result": [:]],
      ["jsonrpc": "2.0", "id": "x", "result": ["action": "accept"]],
      ["jsonrpc": "2.0", "id": 1, "error": ["code": -1, "message": "no"]],
      ["jsonrpc": "2.0", "id": .null, "error": ["code": -32700, "message": "what"]],
    ]
    return requests.map { ["jsonrpc": "2.0", "id": 1, "method": .string($0.0), "params": .object($0.1)] }
      + notifications.map { ["jsonrpc": "2.0", "method": .string($0.0), "params": .object($0.1)] } + replies
  }()
}
