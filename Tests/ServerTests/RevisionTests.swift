import JSON
import TestSupport
import Testing
import TranscriptReplay

/// Everything that is served, in the form of each revision: what its published schema asks is there, and nothing that
/// it does not know.
@Suite(.timeLimit(.minutes(10)), .blocking) struct RevisionTests {
  private static let revisions = RevisionClient.revisions

  @Test(arguments: revisions)
  func everyMessageHasTheFormOfItsRevision(revision: String) throws {
    let yard = try Yard(companions: 0)
    let client = try RevisionClient(revision, on: yard)
    // Before anything is asked for nothing is told.
    #expect(client.notifications == [])

    for method in ["tools/list", "prompts/list", "resources/templates/list"] { _ = try client.result(method) }
    if !client.isStateless {
      _ = try client.result("ping")
      if Self.hasLogging(revision) { _ = try client.result("logging/setLevel", ["level": "debug"]) }
    }
    let logging: JSONObject = client.isStateless ? ["io.modelcontextprotocol/logLevel": "debug"] : [:]
    let started = try client.call(
      "train_start", ["command": Yard.trainer("dies_in_startup"), "name": "Wörter 🚂"], meta: logging)
    #expect(started["isError"] == true)
    #expect(
      client.notifications.contains { $0["method"] == "notifications/message" } == Self.hasLogging(revision))
    #expect((started["structuredContent"] != nil) == (revision >= "2025-06-18"))
    let id = try #require(
      try yard.client.callTool("train_status", ["action": "list"])["processes"]?.array?.first?["process_id"])
    for action in ["status", "logs", "metrics", "wait"] {
      _ = try client.call("train_status", ["action": .string(action), "process_id": id])
    }
    for action in ["list", "events"] { _ = try client.call("train_status", ["action": .string(action)]) }
    #expect(try client.call("train_status", ["action": "stop"])["isError"] == true)
    try schedules(client)
    try resources(client, of: try #require(id.string))

    _ = try client.result("prompts/get", ["name": "explain_failure", "arguments": ["process_id": id]])
    let completion: JSONObject = [
      "ref": ["type": "ref/prompt", "name": "explain_failure"],
      "argument": ["name": "process_id", "value": "train-"],
    ]
    if revision >= "2025-03-26" {
      #expect(try client.result("completion/complete", completion)["completion"]?["values"] == [id])
    } else {
      #expect(try client.error("completion/complete", completion) == -32601)
    }
    #expect(try client.error("tools/call", ["name": "nothing"]) == -32602)
    #expect(try client.error("nothing/at/all") == -32601)
  }

  private func schedules(_ client: RevisionClient) throws {
    let trigger: JSONValue = ["type": "cron", "cron_expression": "0 0 1 1 *", "timezone": "UTC"]
    _ = try client.call("schedule_preview", ["trigger": trigger])
    let created = try client.call(
      "schedule_create", ["name": "yearly", "trigger": trigger, "start": ["command": ["true"]]])
    #expect(created["isError"] == false)
    // Revisions without structured results have the data as their second text.
    let data =
      try created["structuredContent"]
      ?? JSONParser.parse(try #require(created["content"]?.array?.last?["text"]?.string))
    let id: JSONObject = ["schedule_id": try #require(data["schedule_id"])]
    for tool in ["list", "pause", "resume", "history", "delete"] {
      #expect(try client.call("schedule_\(tool)", id)["isError"] == false, "\(tool)")
    }
    _ = try client.call("schedule_list", [:])
    #expect(try client.call("schedule_update", id)["isError"] == true)
  }

  private func resources(_ client: RevisionClient, of run: String) throws {
    _ = try client.result("resources/list")
    for uri in ["train://runs", "train://runs/\(run)", "train://runs/\(run)/log", "train://schedules"] {
      let contents = try client.result("resources/read", ["uri": .string(uri)])["contents"]?.array?.first
      let isLog = uri.hasSuffix("log") && client.revision >= "2025-06-18"
      #expect(contents?["_meta"]?.object?.names == (isLog ? ["signalbox/log"] : nil), "our one key")
    }
    #expect(
      try client.error("resources/read", ["uri": "train://runs/train-none"])
        == (client.isStateless ? -32602 : -32002))
    if !client.isStateless {
      for method in ["resources/subscribe", "resources/unsubscribe"] {
        _ = try client.result(method, ["uri": "train://runs"])
      }
    }
  }

  @Test(arguments: revisions)
  func progressAndChangesHaveTheFormOfTheRevision(revision: String) throws {
    let yard = try Yard(companions: 0)
    let client = try RevisionClient(revision, on: yard)
    let run = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    if client.isStateless {
      var params: JSONObject = ["notifications": ["resourceSubscriptions": ["train://runs"]]]
      params["_meta"] = .object(Wire.meta())
      try Wire(server: client.server).send("subscriptions/listen", params, id: "news")
    } else {
      _ = try client.result("resources/subscribe", ["uri": "train://runs"])
    }
    let wait: JSONObject = [
      "action": "wait", "process_id": .string(run), "until": "end", "timeout": 4.5,
    ]
    _ = try client.call("train_status", wait, meta: ["progressToken": "p"])
    let progress = client.notifications.filter { $0["method"] == "notifications/progress" }
    #expect(!progress.isEmpty)
    #expect(progress.allSatisfy { ($0["params"]?["message"] != nil) == (revision >= "2025-03-26") })
    _ = try yard.status("kill", run)
    try blockUntil("the change is heard of") {
      _ = try client.call("train_status", ["action": "list"])
      return client.notifications.contains { $0["method"] == "notifications/resources/updated" }
    }
  }

  // MARK: Capabilities

  private static func capabilities(_ revision: String) -> JSONObject {
    var capabilities: JSONObject = [
      "tools": [:], "prompts": [:], "resources": ["subscribe": true, "listChanged": true],
    ]
    if hasLogging(revision) { capabilities["logging"] = [:] }
    if revision >= "2025-03-26" { capabilities["completions"] = [:] }
    if revision >= "2026-07-28" { capabilities["extensions"] = ["io.modelcontextprotocol/tasks": [:]] }
    return capabilities
  }

  private static func hasLogging(_ revision: String) -> Bool { revision != "2025-11-25" }

  /// The capability that announces a method; nil for what every server has.
  private static func capability(of method: String) -> String? {
    switch method.split(separator: "/").first {
    case "tools", "prompts", "resources", "logging": method.split(separator: "/").first.map(String.init)
    case "completion": "completions"
    case "tasks": "tasks"
    default: nil
    }
  }

  @Test(arguments: revisions)
  func whatIsAnnouncedIsServedAndNothingElse(revision: String) throws {
    let yard = try Yard(companions: 0)
    let client = try RevisionClient(revision, on: yard)
    let capabilities = try #require(client.opening["capabilities"]?.object)
    #expect(capabilities == Self.capabilities(revision))
    // These two open a conversation, in either era; how, `RequirementTests` tell.
    var methods = try Set(Self.revisions.flatMap { try PublishedSchema($0).methods })
    methods.subtract(["initialize", "server/discover"])
    #expect(methods.count >= 17, "the methods of all revisions")
    // The extension has methods of its own, some under the names that 2025-11-25 tried.
    for method in ["tasks/get", "tasks/update", "tasks/cancel"] {
      #expect(try client.error(method) == (client.isStateless ? -32021 : -32601), "\(method)")
      methods.remove(method)
    }
    for method in methods.sorted() {
      let isAnnounced = Self.capability(of: method).map { capabilities[$0] != nil } ?? true
      let isServed = client.schema.methods.contains(method) && isAnnounced
      #expect((try client.error(method) != -32601) == isServed, "\(method)")
    }
  }
}
