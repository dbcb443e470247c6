import AgentProtocol
import JSON
import JSONRPC
import Platform
import Testing

/// The example messages that the protocol's authors publish beside a schema.
///
/// They are read where `SIGNALBOX_MCP_EXAMPLES` names their directory, `schema/2026-07-28/examples` of the
/// specification's repository, and are no part of this one.
@Suite(.enabled(if: OfficialExamples.directory != nil, "SIGNALBOX_MCP_EXAMPLES names no directory"))
struct OfficialExampleTests {
  @Test func nothingOfThemIsLost() throws {
    let examples = try OfficialExamples.all()
    #expect(examples.count >= 100)
    for example in examples {
      #expect(try JSONParser.parse(JSONWriter.bytes(example.json)) == example.json, "\(example.name)")
    }
  }

  @Test func messagesAreReadAsWhatTheyAre() throws {
    var kinds: [String: Int] = [:]
    for example in try OfficialExamples.all() where example.json["jsonrpc"] != nil {
      let json = example.json
      let params = json["params"]?.object ?? [:]
      switch IncomingMessage(frame: example.bytes[...]) {
      case .request(let request):
        kinds["request", default: 0] += 1
        #expect(request.id.json == json["id"], "\(example.name)")
        #expect(request.method == json["method"]?.string, "\(example.name)")
        #expect(request.params == params, "\(example.name)")
      case .notification(let notification):
        kinds["notification", default: 0] += 1
        #expect(json["id"] == nil, "\(example.name)")
        #expect(notification == Notification(method: json["method"]?.string ?? "", params: params))
      case .response(let response):
        kinds["response", default: 0] += 1
        #expect(response.id?.json == json["id"], "\(example.name)")
        let outcome = json["error"].map(Response.Outcome.error) ?? json["result"].map(Response.Outcome.result)
        #expect(response.outcome == outcome, "\(example.name)")
      case .batch, .malformed: Issue.record("\(example.name) is not read as a message")
      }
    }
    for kind in ["request", "notification", "response"] { #expect(kinds[kind, default: 0] >= 3, "\(kind)") }
  }

  /// One that is known to the server is answered; what is wrong with it is what the example made up, never its form.
  @Test func everyRequestIsAnsweredOnce() throws {
    for example in try OfficialExamples.all()
    where example.json["jsonrpc"] != nil && example.json["method"] != nil {
      guard let id = example.json["id"] else { continue }
      let client = Client(tools: [ToolDouble("get_weather")])
      client.receive(String(decoding: JSONWriter.bytes(example.json), as: UTF8.self))
      let reply = try client.reply(to: id)
      let method = try #require(example.json["method"]?.string)
      if ["tools/list", "server/discover"].contains(method) {
        // The cursor of the example was never given out.
        #expect(
          reply["result"] != nil || example.json["params"]?["cursor"] != nil, "\(example.name): \(reply)")
      } else if method == "tools/call" {
        #expect(reply["result"]?["isError"] == false, "\(example.name): \(reply)")
      } else {
        #expect(reply["error"]?["code"] == -32601, "\(example.name): \(reply)")
      }
    }
  }
}
