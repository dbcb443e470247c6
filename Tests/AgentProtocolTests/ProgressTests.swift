import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Progress only rises, only for who asked, and never follows the reply.
@Suite struct ProgressTests {
  private func tool(_ report: @escaping @Sendable (ProgressReporter?) -> Void) -> ToolDouble {
    ToolDouble { _, context in
      report(context.progress)
      return ToolResult(structuredContent: [:], text: "")
    }
  }

  private func values(_ client: Client) -> [JSONValue?] {
    client.notifications.map { $0["params"]?["progress"] }
  }

  @Test func valuesStrictlyIncrease() throws {
    let client = try Client.legacy(
      tools: [
        tool { progress in
          for value in [0, 1, 1, 0.5, 2, .nan, .infinity, 2.25, -3, 2.25, 1e300] {
            progress?.report(value, total: nil, message: "m")
          }
        }
      ])
    client.call("echo", meta: ["progressToken": 7])
    #expect(values(client) == [0, 1, 2, 2.25, 1e300])
  }

  @Test(arguments: UInt64(1)...5)
  func anySequenceIncreases(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let reported = (0..<300).map { _ in Double.random(in: -5...5, using: &generator) }
    let client = try Client.legacy(
      tools: [tool { progress in reported.forEach { progress?.report($0, total: 5, message: "") } }])
    client.call("echo", meta: ["progressToken": "t"])
    let values = values(client).compactMap { $0?.double }
    #expect(!values.isEmpty)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(values.last == reported.max())
  }

  @Test(arguments: ["abc", "", 0, -1, 9_007_199_254_740_993] as [JSONValue])
  func theTokenIsEchoedInKind(token: JSONValue) throws {
    let client = try Client.legacy(tools: [tool { $0?.report(0.5, total: 2, message: "half of one") }])
    client.call("echo", meta: ["progressToken": token])
    #expect(
      client.notifications == [
        [
          "jsonrpc": "2.0", "method": "notifications/progress",
          "params": ["progressToken": token, "progress": 0.5, "total": 2, "message": "half of one"],
        ]
      ])
  }

  @Test(arguments: [.null, 1.5, true, [1], [:]] as [JSONValue])
  func whatIsNoTokenAsksForNothing(token: JSONValue) throws {
    let client = try Client.legacy(tools: [tool { #expect($0 == nil) }])
    client.call("echo", id: 1, meta: ["progressToken": token])
    client.call("echo", id: 2)
    #expect(client.notifications.isEmpty)
    #expect(try client.result(1)["isError"] == false)
  }

  @Test(arguments: ProtocolRevision.handshake)
  func theMessageIsForRevisionsThatKnowIt(revision: ProtocolRevision) throws {
    let client = try Client.legacy(
      revision, tools: [tool { $0?.report(1, total: nil, message: "going") }])
    client.call("echo", meta: ["progressToken": 1])
    let names = try #require(client.notifications.first?["params"]?.object?.names)
    #expect(names == ["progressToken", "progress"] + (revision >= .march2025 ? ["message"] : []))
  }

  @Test func nothingFollowsTheReply() throws {
    let kept = Recorder<ProgressReporter>()
    let client = try Client.legacy(tools: [tool { $0.map(kept.record) }])
    client.call("echo", meta: ["progressToken": 1])
    let progress = try #require(kept.all.first)
    progress.report(5, total: nil, message: "late")
    #expect(client.notifications.isEmpty)
    #expect(try client.result(1)["isError"] == false)
  }

  @Test func nothingComesWhileTheReplyIsBeingSent() throws {
    let kept = Recorder<ProgressReporter>()
    let sent = Recorder<OutgoingMessage>()
    let session = AgentSession(
      identity: ServerIdentity(name: "", title: "", version: "", instructions: ""),
      features: [ToolFeature([tool { $0.map(kept.record) }])], executor: InlineExecutor(),
      send: { message in
        if !message.isNotification { kept.all.first?.report(9, total: nil, message: "too late") }
        sent.record(message)
      }, complain: { _ in })
    let call: JSONValue = [
      "jsonrpc": "2.0", "id": 1, "method": "tools/call",
      "params": ["name": "echo", "_meta": .object(Client.meta(["progressToken": 1]))],
    ]
    session.receive(.line(JSONWriter.bytes(call)[...]))
    #expect(kept.count == 1)
    #expect(sent.all.map(\.isNotification) == [false])
  }

  @Test func reportsFromManyThreadsStillIncrease() async throws {
    let sent = Recorder<Double>()
    let progress = ProgressReporter(token: 1, hasMessage: false) { params in
      params["progress"]?.double.map(sent.record)
    }
    await withTaskGroup { group in
      for offset in 0..<8 {
        group.addTask {
          for step in 0..<500 { progress.report(Double(step * 8 + offset), total: nil, message: "") }
        }
      }
    }
    #expect(zip(sent.all, sent.all.dropFirst()).allSatisfy { $0 < $1 })
    #expect(sent.all.last == 3_999)
  }
}
