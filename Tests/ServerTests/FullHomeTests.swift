import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A home with more runs than anybody reads: answers stay small, lists go on, and nobody waits for it at the opening.
@Suite(.timeLimit(.minutes(10)), .blocking) struct FullHomeTests {
  /// Clients that get no answer to the opening wait for their whole time-out before they try the other era.
  @Test func theOpeningLooksAtNoRun() throws {
    let yard = try FullHome.yard(runs: 1_000)
    // So that everything is yet to be found.
    for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(yard.home + "/history.db" + suffix) }
    let server = try ServerProcess(yard.companionLaunch)
    let wire = Wire(server: server)
    let meta = JSONValue.object(Wire.meta())
    let requests: [JSONValue] = [
      [
        "jsonrpc": "2.0", "id": "list", "method": "tools/call",
        "params": ["name": "train_status", "arguments": ["action": "list"], "_meta": meta],
      ],
      ["jsonrpc": "2.0", "id": "discover", "method": "server/discover", "params": ["_meta": meta]],
    ]
    // In one piece, so that nothing comes between them.
    try wire.send(line: requests.map { JSONWriter.text($0) }.joined(separator: "\n"))
    let first = try wire.messages(until: "discover")
    #expect(first.count == 1, "it overtakes the list, which has 1,000 directories to read")
    #expect(first.last?["result"]?["supportedVersions"] == ["2026-07-28"])
    #expect(ProcessTable.descendants(of: server.pid).isEmpty, "no other process is asked")
    let list = try #require(try wire.messages(until: "list").last)
    #expect(list["result"]?["structuredContent"]?["counts"]?["failed"] == 1_001)
  }

  /// What a host shows of an answer has an end.
  @Test func listsOfLongNamesComeInSmallerPagesAndNothingIsLost() throws {
    let name = String(repeating: "長い名前 ", count: 40)
    let home = try FullHome.yard(runs: 250, name: name)
    let yard = try Yard(sharing: home)
    func pages(_ tool: String, _ first: JSONObject, _ list: String, _ id: String) throws -> [String] {
      var (found, arguments): ([String], JSONObject) = ([], first)
      repeat {
        let answer = try yard.client.callTool(tool, arguments)
        #expect(answer.text.utf16.count <= 40_000)
        #expect(JSONWriter.bytes(.object(answer.structuredContent)).count <= 40_000)
        let page = try #require(answer[list]?.array)
        try #require(!page.isEmpty || found.isEmpty)
        found += page.compactMap { $0[id]?.string }
        arguments["cursor"] = answer["next_cursor"]
        if answer["has_more"] == false { arguments["cursor"] = nil }
      } while arguments["cursor"] != nil
      return found
    }
    let runs = try pages("train_status", ["action": "list", "limit": 100], "processes", "process_id")
    #expect(runs.count == 251)
    #expect(Set(runs).count == 251)
    let ended = try pages(
      "train_status", ["action": "events", "cursor": "oldest", "limit": 200, "kinds": ["ended"]], "events",
      "process_id")
    #expect(Set(ended) == Set(runs))
  }

  @Test func aCursorHoldsInTheNextServer() throws {
    let home = try FullHome.yard(runs: 120)
    var found: [String] = []
    var cursor: JSONValue?
    repeat {
      // A server of its own for each page.
      let yard = try Yard(sharing: home)
      var params = JSONObject()
      params.append("cursor", ifKnown: cursor)
      let page = try yard.client.request("resources/list", params)
      found += (page["resources"]?.array ?? []).compactMap { $0["uri"]?.string }
      cursor = page["nextCursor"]
      yard.close()
    } while cursor != nil
    #expect(found.count == 2 + 2 * 121)
    #expect(Set(found).count == found.count)
  }

  @Test(arguments: ["tools/list", "prompts/list", "resources/list", "resources/templates/list"])
  func noCursorButThoseThatWereGivenOutIsTaken(method: String) throws {
    let home = try FullHome.yard(runs: 60)
    let wire = Wire(server: try Yard(sharing: home).server)
    let given = try wire.reply("resources/list", ["_meta": .object(Wire.meta())], id: "given")
    let cursor = try #require(given["result"]?["nextCursor"]?.string)
    var generator = SeededGenerator(seed: 11)
    var cursors: [JSONValue] = ["", "null", "0", "r.", "s.", 0, [], [:], true, .string(cursor + "a")]
    let alphabet = Array(cursor) + ["é", "\0", "/", "=", " ", "🚂"]
    for _ in 0..<100 {
      var changed = Array(cursor)
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        // Not in the last digits, which tell the runs apart: each of those may be gone on behind.
        let place = Int.random(in: 0..<(changed.count - 7), using: &generator)
        changed[place] = alphabet.randomElement(using: &generator) ?? "x"
      }
      if changed != Array(cursor) { cursors.append(.string(String(changed))) }
    }
    for (number, cursor) in cursors.enumerated() {
      let params: JSONObject = ["cursor": cursor, "_meta": .object(Wire.meta())]
      let reply = try wire.reply(method, params, id: .integer(Int64(number)))
      #expect(reply["error"]?["code"] == -32602, "\(cursor): \(reply)")
    }
  }
}
