import JSON
import Testing
import TranscriptReplay

/// The real server against what the protocol asks of one, line by line; each case names its requirement in words.
///
/// What needs more than a request and its reply has tests of its own: framing and shutdown in `ShutdownTests` and
/// `StdioTransportTests`, progress and cancellation in `AgentProtocolTests`, forms of every revision there and in the
/// interop check.
@Suite(.timeLimit(.minutes(10))) struct RequirementTests {
  enum Outcome: Sendable {
    case error(Int64)
    /// A result that has these members, whatever else.
    case result([String: JSONValue])
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let requirement: String
    let method: String
    var params: JSONObject = [:]
    let outcome: Outcome
    var testDescription: String { requirement }
  }

  /// Stateless requests; `_meta` is added where the line has none.
  private static let stateless: [Line] = [
    Line(
      requirement: "an unsupported version is -32022", method: "tools/list",
      params: ["_meta": .object(Wire.meta(["io.modelcontextprotocol/protocolVersion": "2025-11-25"]))],
      outcome: .error(-32022)),
    Line(
      requirement: "missing clientCapabilities are -32602", method: "tools/list",
      params: ["_meta": ["io.modelcontextprotocol/protocolVersion": "2026-07-28"]], outcome: .error(-32602)),
    Line(
      requirement: "discover says what is spoken", method: "server/discover",
      outcome: .result(["supportedVersions": ["2026-07-28"], "resultType": "complete"])),
    Line(requirement: "ping is gone", method: "ping", outcome: .error(-32601)),
    Line(
      requirement: "logging/setLevel is gone", method: "logging/setLevel", params: ["level": "info"],
      outcome: .error(-32601)),
    Line(
      requirement: "resources/subscribe is gone", method: "resources/subscribe", params: ["uri": "x://y"],
      outcome: .error(-32601)),
    Line(requirement: "tasks/list is gone", method: "tasks/list", outcome: .error(-32601)),
    Line(requirement: "tasks/result is gone", method: "tasks/result", outcome: .error(-32601)),
    Line(requirement: "an unknown method is -32601", method: "tools/lists", outcome: .error(-32601)),
    Line(
      requirement: "unknown keys of _meta are passed over", method: "prompts/list",
      params: ["_meta": .object(Wire.meta(["example.com/x": [1]]))],
      outcome: .result(["resultType": "complete"])),
    Line(
      requirement: "tools may be kept", method: "tools/list",
      outcome: .result(["ttlMs": 3_600_000, "cacheScope": "public"])),
    Line(
      requirement: "prompts may be kept", method: "prompts/list",
      outcome: .result(["ttlMs": 3_600_000, "cacheScope": "public"])),
    Line(
      requirement: "a bad cursor of tools is -32602", method: "tools/list", params: ["cursor": "x"],
      outcome: .error(-32602)),
    Line(
      requirement: "a bad cursor of prompts is -32602", method: "prompts/list", params: ["cursor": ""],
      outcome: .error(-32602)),
    Line(
      requirement: "an unknown tool is -32602", method: "tools/call",
      params: ["name": "x", "arguments": [:]],
      outcome: .error(-32602)),
    Line(
      requirement: "wrong arguments are for the model", method: "tools/call",
      params: ["name": "train_start", "arguments": ["command": "x", "y": 1]],
      outcome: .result(["isError": true, "resultType": "complete"])),
    Line(
      requirement: "an unknown run is for the model", method: "tools/call",
      params: ["name": "train_status", "arguments": ["process_id": "train-x"]],
      outcome: .result(["isError": true])),
    Line(
      requirement: "an unknown prompt is -32602", method: "prompts/get", params: ["name": "x"],
      outcome: .error(-32602)),
    Line(
      requirement: "a missing argument of a prompt is -32602", method: "prompts/get",
      params: ["name": "explain_failure"], outcome: .error(-32602)),
    Line(
      requirement: "an unknown reference is -32602", method: "completion/complete",
      params: ["ref": ["type": "ref/prompt", "name": "x"], "argument": ["name": "a", "value": ""]],
      outcome: .error(-32602)),
    Line(
      requirement: "an unknown log level is -32602", method: "tools/list",
      params: ["_meta": .object(Wire.meta(["io.modelcontextprotocol/logLevel": "loud"]))],
      outcome: .error(-32602)),
    Line(
      requirement: "no log without logLevel", method: "tools/call",
      params: ["name": "train_status", "arguments": ["action": "list"]], outcome: .result(["isError": false])),
  ]

  /// Requests of a client that has shaken hands on 2025-11-25.
  private static let afterHandshake: [Line] = [
    Line(
      requirement: "a second handshake is -32600", method: "initialize",
      params: ["protocolVersion": "2025-11-25"], outcome: .error(-32600)),
    Line(requirement: "ping is answered", method: "ping", outcome: .result([:])),
    Line(
      requirement: "log levels are not for this revision", method: "logging/setLevel",
      params: ["level": "warning"],
      outcome: .error(-32601)),
    Line(
      requirement: "discover needs _meta", method: "server/discover", outcome: .error(-32602)),
    Line(
      requirement: "a bad cursor is -32602", method: "tools/list", params: ["cursor": "MTA="],
      outcome: .error(-32602)),
    Line(
      requirement: "an empty completion is a result", method: "completion/complete",
      params: [
        "ref": ["type": "ref/prompt", "name": "explain_failure"],
        "argument": ["name": "process_id", "value": ""],
      ], outcome: .result(["completion": ["values": [], "total": 0, "hasMore": false]])),
  ]

  private func check(_ line: Line, _ reply: JSONValue) {
    switch line.outcome {
    case .error(let code): #expect(reply["error"]?["code"] == .integer(code), "\(line.requirement): \(reply)")
    case .result(let members):
      for (name, value) in members {
        #expect(reply["result"]?[name] == value, "\(line.requirement): \(name) in \(reply)")
      }
      #expect(reply["result"] != nil, "\(line.requirement): \(reply)")
    }
  }

  @Test func statelessRequests() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    for (number, line) in Self.stateless.enumerated() {
      var params = line.params
      if params["_meta"] == nil { params["_meta"] = .object(Wire.meta()) }
      let id = JSONValue.string("s\(number)")
      try wire.send(line.method, params, id: id)
      let messages = try wire.messages(until: id)
      #expect(messages.count == 1, "\(line.requirement): something came besides the reply: \(messages)")
      check(line, try #require(messages.last))
    }
  }

  @Test func requestsAfterAHandshake() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    for (number, line) in Self.afterHandshake.enumerated() {
      check(line, try wire.reply(line.method, line.params, id: .string("h\(number)")))
    }
  }

  /// Nothing is announced that is not served, and nothing served that is not announced.
  @Test func capabilitiesEqualHandlers() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    let discovery = try wire.reply("server/discover", ["_meta": .object(Wire.meta())], id: "d")
    let methods: [(capability: String, methods: [String])] = [
      ("tools", ["tools/list", "tools/call"]), ("prompts", ["prompts/list", "prompts/get"]),
      ("completions", ["completion/complete"]),
      ("resources", ["resources/list", "resources/templates/list", "resources/read"]),
    ]
    for (capability, methods) in methods {
      let isDeclared = discovery["result"]?["capabilities"]?[capability] != nil
      for method in methods {
        let reply = try wire.reply(method, ["_meta": .object(Wire.meta())], id: .string(method))
        #expect((reply["error"]?["code"] != -32601) == isDeclared, "\(method): \(reply)")
      }
    }
  }

  @Test func identifiersComeBackAsTheyWent() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    for id in ["1", 1, "", -5, 9_007_199_254_740_993] as [JSONValue] {
      #expect(try wire.reply("ping", [:], id: id)["result"] == [:])
    }
  }

  @Test func notificationsAndBlankLinesAreNeverAnswered() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    try wire.notify("notifications/cancelled", ["requestId": "nobody"])
    try wire.notify("notifications/cancelled", [:])
    try wire.notify("notifications/unheard-of", ["x": 1])
    try wire.notify("tools/call", ["name": "train_start"])
    for line in ["", "\r", "   "] { try wire.send(line: line) }
    #expect(try wire.messagesUntilPong() == [])
  }

  @Test func whatIsShownIsSmallAndTheSameEveryTime() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    let discovery = try wire.reply("server/discover", ["_meta": .object(Wire.meta())], id: "d")["result"]
    let instructions = try #require(discovery?["instructions"]?.string)
    #expect(instructions.utf8.count <= 2048)
    let server = discovery?["_meta"]?["io.modelcontextprotocol/serverInfo"]
    let icon = try #require(server?["icons"]?.array?.first)
    #expect(icon["src"]?.string?.hasPrefix("data:image/png;base64,iVBORw0KGgo") == true)
    #expect(icon["sizes"] == ["48x48"])
    #expect(server?["description"]?.string?.isEmpty == false)
    for method in ["tools/list", "prompts/list"] {
      let lists = try ["a", "b"].map { id in
        try wire.reply(method, ["_meta": .object(Wire.meta())], id: .string(method + id))["result"] ?? .null
      }
      #expect(JSONWriter.bytes(lists[0]) == JSONWriter.bytes(lists[1]))
      // An icon is for an introduction and for lists, not for every result.
      #expect(lists[0]["_meta"]?["io.modelcontextprotocol/serverInfo"]?["icons"] == nil)
      for element in lists[0][String(method.prefix { $0 != "/" })]?.array ?? [] {
        let name = try #require(element["name"]?.string)
        #expect(name.utf8.count <= 64 && name.allSatisfy { $0.isLowercase || $0 == "_" })
        #expect(element["title"]?.string?.isEmpty == false)
        #expect(try #require(element["description"]?.string).utf8.count <= 2048)
        #expect(element["icons"]?.array?.count == 1)
      }
    }
  }

  /// Hosts ask their user before a call, or not, by these hints.
  @Test func everyToolSaysWhatItMayDo() throws {
    let yard = try Yard(companions: 0)
    let list = try yard.client.request("tools/list")["tools"]?.array ?? []
    #expect(Set(list.map { $0["name"] }).count == list.count && list.count == 10)
    func tools(_ hint: String) -> [String] {
      list.filter { $0["annotations"]?[hint] == true }.compactMap { $0["name"]?.string }.sorted()
    }
    #expect(tools("readOnlyHint") == ["schedule_history", "schedule_list", "schedule_preview"])
    #expect(tools("destructiveHint") == ["schedule_delete", "schedule_update", "train_status"])
    #expect(tools("openWorldHint") == ["schedule_create", "schedule_update", "train_start"])
    for tool in list {
      #expect(tool["annotations"]?.object?.members.count { $0.value.bool != nil } == 4, "\(tool)")
    }
  }

  /// What is listed is the same whoever asks, in whichever state, and whatever was done before.
  @Test func listsDoNotChangeByWhatIsDone() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    func lists(_ wire: Wire, _ id: String) throws -> [JSONValue?] {
      try ["tools/list", "prompts/list", "resources/templates/list"].map { method in
        try wire.reply(method, ["_meta": .object(Wire.meta())], id: .string(method + id))["result"]
      }
    }
    let before = try lists(wire, "before")
    let id = try yard.startRun(["false"])
    _ = try yard.end(of: id)
    _ = try yard.client.callTool(
      "schedule_create",
      [
        "name": "n", "trigger": ["type": "cron", "cron_expression": "0 0 1 1 *", "timezone": "UTC"],
        "start": ["command": ["true"]],
      ])
    #expect(try lists(wire, "after") == before)
    #expect(try lists(Wire(server: try Yard(sharing: yard).server), "elsewhere") == before)
  }

  /// A message says what happened, and neither the command nor a word of the log.
  @Test func aLogTellsNoSecrets() throws {
    let yard = try Yard(companions: 0)
    let wire = Wire(server: yard.server)
    let params: JSONObject = [
      "name": "train_start",
      "arguments": [
        "command": ["python3", "-c", "raise SystemExit('hunter2')"], "name": "hunter2", "wait": 40,
        "env": ["API_TOKEN": "hunter2hunter2"],
      ],
      "_meta": .object(Wire.meta(["io.modelcontextprotocol/logLevel": "error"])),
    ]
    try wire.send("tools/call", params, id: 1)
    let messages = try wire.messages(until: 1)
    let logged = messages.dropLast().filter { $0["method"] == "notifications/message" }
    #expect(logged.count == 1)
    let data = try #require(logged.first?["params"]?["data"]?.object)
    #expect(logged.first?["params"]?["level"] == "error")
    #expect(data["process_status"] == "failed")
    #expect(!JSONWriter.text(.array(logged)).contains("hunter2"))
  }
}
