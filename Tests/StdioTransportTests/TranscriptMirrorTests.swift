import JSON
import Platform
import StdioTransport
import TestSupport
import Testing

@Suite struct TranscriptMirrorTests {
  private func mirrored(_ record: (TranscriptMirror) -> Void) async throws -> [JSONValue] {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("mirror", "what was there before\n")
      record(try TranscriptMirror(path: path) { Issue.record("\($0)") })
      let bytes = try FileSystem.read(path)
      return try bytes.split(separator: 10).map { try JSONParser.parse(Array($0)) }
    }
  }

  @Test func messagesOfBothSidesWithTimes() async throws {
    let lines = try await mirrored { mirror in
      mirror.record(Array(#"{"id":1}"#.utf8)[...], from: .client)
      mirror.record(Array("{\"id\":1,\"result\":{}}\n".utf8)[...], from: .server)
    }
    #expect(lines.map { $0["from"] } == ["client", "server"])
    #expect(lines.map { $0["message"] } == [["id": 1], ["id": 1, "result": [:]]])
    let times = lines.compactMap { $0["time"]?.double }
    #expect(times.count == 2 && times == times.sorted())
  }

  @Test func whatIsNoJSONIsKeptAsText() async throws {
    let lines = try await mirrored { mirror in
      mirror.record(Array("not \"JSON\"".utf8)[...], from: .client)
      mirror.record(tooLong: 99)
    }
    #expect(lines.map { $0["raw"] } == ["not \"JSON\"", "(a line of 99 bytes)"])
  }

  @Test func aFileThatCannotBeMadeIsAnError() {
    #expect(throws: SystemError.self) { try TranscriptMirror(path: "/nonesuch/mirror") { _ in } }
  }
}
