import AgentProtocol
import JSON
import TestSupport
import Testing

/// `completion/complete`: at most 100 values, and what it cannot be asked.
@Suite struct CompletionFeatureTests {
  private struct Source: CompletionSource {
    let asked = Recorder<CompletionRequest>()
    var answer: Completion?

    func completion(for request: CompletionRequest) async throws -> Completion? {
      asked.record(request)
      return request.argument == "known" ? answer : nil
    }
  }

  private static func params(_ name: String = "known", _ more: JSONObject = [:]) -> JSONObject {
    var params: JSONObject = [
      "ref": ["type": "ref/prompt", "name": "p"], "argument": ["name": .string(name), "value": "v"],
    ]
    for member in more.members { params[member.name] = member.value }
    return params
  }

  private func complete(_ answer: Completion) throws -> JSONValue? {
    let client = Client(features: [CompletionFeature(Source(answer: answer))])
    return try client.result(of: "completion/complete", Client.stateless(Self.params()))["completion"]
  }

  @Test func noMoreThanAHundredAreSent() throws {
    let values = (1...101).map { "\($0)" }
    let cut = try complete(Completion(values))
    #expect(cut?["values"]?.array?.count == 100)
    #expect((cut?["total"], cut?["hasMore"]) == (101, true))
    #expect(try complete(Completion(["a"])) == ["values": ["a"], "total": 1, "hasMore": false])
    #expect(try complete(Completion([])) == ["values": [], "total": 0, "hasMore": false])
    #expect(try complete(Completion(["a"], isWhole: false)) == ["values": ["a"], "hasMore": true])
    #expect(try complete(Completion(["a"], total: 7)) == ["values": ["a"], "total": 7, "hasMore": true])
  }

  @Test func theSourceIsToldAll() throws {
    let source = Source(answer: Completion([]))
    let client = try Client.legacy(features: [CompletionFeature(source)])
    _ = try client.result(
      of: "completion/complete", Self.params("known", ["context": ["arguments": ["a": "b"]]]), id: 1)
    _ = try client.result(
      of: "completion/complete", Self.params("known", ["ref": ["type": "ref/resource", "uri": "x://{y}"]]),
      id: 2)
    #expect(
      source.asked.all == [
        CompletionRequest(reference: .prompt("p"), argument: "known", value: "v", others: ["a": "b"]),
        CompletionRequest(reference: .resource(template: "x://{y}"), argument: "known", value: "v"),
      ])
  }

  @Test(
    arguments: [
      (["ref": ["type": "ref/tool", "name": "p"]], ["ref"]), (["ref": "p"], ["ref"]),
      (["ref": ["type": "ref/prompt", "uri": "p"]], ["ref"]),
      (["argument": [:]], ["argument.name", "argument.value"]),
      (["argument": ["name": 1, "value": "v"], "ref": [:]], ["ref", "argument.name"]),
      (["context": ["arguments": ["a": 1]]], ["context.arguments.a"]),
    ] as [(JSONObject, [String])])
  func everyProblemIsNamed(change: JSONObject, named: [String]) throws {
    let client = try Client.legacy(features: [CompletionFeature(Source())])
    let error = try client.error(of: "completion/complete", Self.params("known", change))
    #expect(error["code"] == -32602)
    let lines = try #require(error["message"]?.string).split(separator: "\n").dropFirst()
    #expect(lines.compactMap { $0.dropFirst(2).split(separator: ":").first.map(String.init) } == named)
  }

  @Test func whatNobodyKnowsIsRefused() throws {
    let client = try Client.legacy(features: [CompletionFeature(Source())])
    let error = try client.error(of: "completion/complete", Self.params("other"))
    #expect(error == ["code": -32602, "message": "There is no argument 'other' of the prompt 'p'."])
  }

  @Test func theFirstRevisionHasNoSuchCapability() throws {
    let client = try Client.legacy(.november2024, features: [CompletionFeature(Source())])
    #expect(try client.result("init")["capabilities"] == [:])
    #expect(try client.error(of: "completion/complete", Self.params())["code"] == -32601)
  }
}
