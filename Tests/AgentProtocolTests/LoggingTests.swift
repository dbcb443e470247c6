import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Messages for the client's log: who asked gets them, and nobody else.
@Suite struct LoggingTests {
  private static let levels = [
    "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency",
  ]

  /// Says one thing of each level.
  private static let chatty = ToolDouble { _, context in
    for level in LogLevel.allCases {
      context.log?.note(LogMessage(level, logger: "echo", ["n": 1]))
    }
    return ToolResult(structuredContent: [:], text: "")
  }

  private static let features: [any Feature] = [ToolFeature([chatty]), LoggingFeature()]

  private func heard(_ client: Client) -> [String?] {
    client.notifications.map { $0["params"]?["level"]?.string }
  }

  @Test(arguments: [.november2024, .march2025, .june2025] as [ProtocolRevision])
  func aLevelIsSetForTheConnection(revision: ProtocolRevision) throws {
    let client = try Client.legacy(revision, features: Self.features)
    #expect(try client.result("init")["capabilities"]?["logging"] == [:])
    client.call("echo", id: 1)
    #expect(client.notifications.isEmpty)
    #expect(try client.result(of: "logging/setLevel", ["level": "error"], id: 2) == [:])
    client.call("echo", id: 3)
    #expect(heard(client) == ["error", "critical", "alert", "emergency"])
    #expect(
      client.notifications.first == [
        "jsonrpc": "2.0", "method": "notifications/message",
        "params": ["level": "error", "logger": "echo", "data": ["n": 1]],
      ])
    _ = try client.result(of: "logging/setLevel", ["level": "emergency"], id: 4)
    client.call("echo", id: 5)
    #expect(heard(client).count == 5)
  }

  /// Neither announced nor served.
  @Test func theLastRevisionWithAHandshakeDoesWithout() throws {
    let client = try Client.legacy(.november2025, features: Self.features)
    #expect(try client.result("init")["capabilities"]?["logging"] == nil)
    #expect(try client.error(of: "logging/setLevel", ["level": "debug"], id: 1)["code"] == -32601)
    client.call("echo", id: 2)
    client.session.log(LogMessage(.emergency, logger: "signalbox", "the disk is full"))
    #expect(client.notifications.isEmpty)
  }

  @Test(arguments: levels)
  func whatIsBelowTheLevelIsNotSent(level: String) throws {
    let client = Client(features: Self.features)
    client.call("echo", meta: Client.meta(["io.modelcontextprotocol/logLevel": .string(level)]))
    #expect(heard(client) == Self.levels.drop { $0 != level }.map(Optional.some))
    #expect(try client.result(1)["isError"] == false)
  }

  @Test func aStatelessRequestThatDoesNotAskHearsNothing() throws {
    let client = try Client.legacy(.june2025, features: Self.features)
    _ = try client.result(of: "logging/setLevel", ["level": "debug"], id: 1)
    client.call("echo", id: 2, meta: Client.meta())
    #expect(client.notifications.isEmpty)
    // And what it asks for is for itself alone.
    client.call("echo", id: 3, meta: Client.meta(["io.modelcontextprotocol/logLevel": "alert"]))
    client.call("echo", id: 4, meta: Client.meta())
    #expect(heard(client) == ["alert", "emergency"])
  }

  @Test(arguments: ["", "Error", "fatal", 3, ["error"]] as [JSONValue])
  func whatIsNoLevelIsRefused(level: JSONValue) throws {
    let client = try Client.legacy(.june2025, features: Self.features)
    #expect(try client.error(of: "logging/setLevel", ["level": level], id: 1)["code"] == -32602)
    #expect(try client.error(of: "logging/setLevel", id: 2)["code"] == -32602)
    let meta = Client.meta(["io.modelcontextprotocol/logLevel": level])
    for (id, method) in [(3, "tools/list"), (4, "server/discover")] as [(JSONValue, String)] {
      let error = try client.error(of: method, ["_meta": .object(meta)], id: id)
      #expect(error["code"] == -32602)
      #expect(error["message"]?.string?.contains("logLevel") == true)
    }
  }

  @Test func theMethodIsGoneFromStatelessRevisions() throws {
    let params = Client.stateless(["level": "debug"])
    #expect(try Client(features: Self.features).error(of: "logging/setLevel", params)["code"] == -32601)
  }

  @Test(arguments: [true, false])
  func nothingFollowsTheReply(isStateless: Bool) throws {
    let kept = Recorder<CallLog>()
    let tool = ToolDouble { _, context in
      context.log.map(kept.record)
      return ToolResult(structuredContent: [:], text: "")
    }
    let client = try Client.legacy(.june2025, features: [ToolFeature([tool]), LoggingFeature()])
    _ = try client.result(of: "logging/setLevel", ["level": "debug"], id: 1)
    client.call(
      "echo", id: 2,
      meta: isStateless ? Client.meta(["io.modelcontextprotocol/logLevel": "debug"]) : [:])
    try #require(kept.all.first).note(LogMessage(.emergency, logger: "late", "late"))
    #expect(client.notifications.isEmpty)
  }

  /// Whatever it asks for: a stream carries what was subscribed to.
  @Test func aStreamHasNoLog() throws {
    let hasLog = Recorder<Bool>()
    let feature = FeatureDouble(
      capability: .core("x"),
      methods: [
        "x": .stream { _, context in
          hasLog.record(context.log != nil)
          return MethodResult([:])
        }
      ])
    let client = try Client.legacy(.june2025, features: [feature, LoggingFeature()])
    _ = try client.result(of: "logging/setLevel", ["level": "debug"], id: 1)
    let meta = Client.meta(["io.modelcontextprotocol/logLevel": "debug"])
    _ = try client.result(of: "x", ["_meta": .object(meta)], id: 2)
    _ = try client.result(of: "x", id: 3)
    #expect(hasLog.all == [false, false])
  }

  @Test func whatBelongsToNoCallIsForWhoSetALevel() throws {
    let client = try Client.legacy(.june2025, features: Self.features)
    let message = LogMessage(.warning, logger: "signalbox", "the disk is full")
    client.session.log(message)
    #expect(client.notifications.isEmpty)
    _ = try client.result(of: "logging/setLevel", ["level": "warning"], id: 1)
    client.session.log(message)
    #expect(heard(client) == ["warning"])
  }
}
