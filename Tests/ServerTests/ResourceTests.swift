import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// Resources of a real server.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ResourceTests {
  private static let updated: JSONValue = "notifications/resources/updated"

  @Test func whoSubscribedHearsOfTheEndOfARunAndTheServerSleepsAgain() throws {
    let yard = try Yard(companions: 0)
    let heard = Recorder<JSONValue>()
    yard.client.onNotification { heard.record($0["method"] ?? .null) }
    let id = try yard.startRun(["sleep", "600"], ["wait": 0])
    let uri = "train://runs/\(id)"
    _ = try yard.client.request("resources/subscribe", ["uri": .string(uri)])
    try yard.expectSleep()
    _ = try yard.status("kill", id, ["grace": 1])
    try blockUntil("the end is heard of") {
      _ = try yard.client.request("ping")
      return heard.all.contains(Self.updated)
    }
    let contents = try yard.client.request("resources/read", ["uri": .string(uri)])["contents"]?.array
    let picture = try JSONParser.parse(Array(try #require(contents?.first?["text"]?.string).utf8))
    #expect(picture["process_status"] == "killed")
    try yard.expectSleep()
    yard.close()
    yard.expectNobodyLeft()
  }
}
