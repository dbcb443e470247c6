import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `train_status logs` and `list` against real runs.
@Suite(.timeLimit(.minutes(10)), .blocking) struct LogAndListTests {
  @Test func everyByteIsReadOnceWhileTheLogGrows() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("floods", "--bytes", "3000000"), ["wait": 0])
    var offset: Int64 = 0
    var bytes: [UInt8] = []
    while true {
      let isEnded = try yard.status("status", id)["end_reason"] != nil
      let page = try yard.status("logs", id, ["offset": .integer(offset), "max_bytes": 40000, "raw": true])
      bytes += Array(try #require(page["content"]?.string).utf8)
      #expect(page["offset"] == .integer(offset))
      offset = try #require(page["next_offset"]?.integer)
      if isEnded, page["eof"] == true { break }
    }
    let file = try FileSystem.read("\(yard.home)/runs/\(id)/log")
    #expect(bytes == file)
    #expect(bytes.count == 3_000_000)
  }

  @Test func aFloodNeitherBlocksTheTrainingNorTheServer() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("floods", "--bytes", "30000000"), ["wait": 0])
    var pings = 0
    while try yard.status("status", id)["end_reason"] == nil {
      _ = try yard.client.request("ping")
      pings += 1
    }
    let picture = try yard.end(of: id)
    #expect(picture["exit_code"] == 0)
    #expect(picture["log"]?["size"] == 30_000_000)
    #expect(pings > 0)
  }

  @Test func whatIsNoUTF8IsShownAllTheSame() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("invalid_utf8"))
    let picture = try yard.end(of: id)
    #expect(picture["exit_code"] == 0)
    let log = try yard.log(of: id)
    #expect(log.contains("\u{FFFD}"))
    let raw = try yard.status("logs", id, ["offset": 0, "raw": true, "max_bytes": 40000])
    #expect(raw["eof"] == true)
  }

  @Test func listIsNewestFirstWithCountsPagesAndFilters() throws {
    let yard = try Yard()
    var ids: [String] = []
    for number in 1...5 {
      ids.append(
        try yard.startRun(
          [number.isMultiple(of: 2) ? "false" : "true"],
          ["name": .string("n\(number)"), "tags": ["parity": number.isMultiple(of: 2) ? "even" : "odd"]]))
    }
    func list(_ arguments: JSONObject) throws -> ToolAnswer {
      var all: JSONObject = ["action": "list"]
      for member in arguments.members { all.append(member.name, member.value) }
      return try yard.client.callTool("train_status", all)
    }
    func listed(_ answer: ToolAnswer) -> [String] {
      answer["processes"]?.array?.compactMap { $0["process_id"]?.string } ?? []
    }
    #expect(listed(try list([:])) == ids.reversed())
    #expect(try list([:])["counts"] == ["completed": 3, "failed": 2])
    #expect(listed(try list(["status": "failed"])) == [ids[3], ids[1]])
    #expect(listed(try list(["tag": "parity=odd"])) == [ids[4], ids[2], ids[0]])
    #expect(listed(try list(["tag": "parity"])).count == 5)
    #expect(listed(try list(["tag": "other"])).isEmpty)

    let first = try list(["limit": 2])
    #expect(listed(first) == [ids[4], ids[3]])
    let cursor = try #require(first["next_cursor"])
    _ = try yard.startRun(["true"])
    let second = try list(["limit": 2, "cursor": cursor])
    #expect(listed(second) == [ids[2], ids[1]], "a page does not move when runs are added")
    let third = try list(["limit": 2, "cursor": try #require(second["next_cursor"])])
    #expect(listed(third) == [ids[0]])
    #expect(third["next_cursor"] == nil)
    #expect(try list(["cursor": "train-none"])["error"]?["code"] == "bad_cursor")
  }

  @Test func anUnknownRunIsAnErrorThatSaysWhereToLook() throws {
    let yard = try Yard()
    for action in ["status", "logs", "kill", "wait"] {
      let answer = try yard.status(action, "train-20260101T000000-none")
      #expect(answer.isError)
      #expect(answer["error"]?["code"] == "unknown_process")
      #expect(answer["error"]?["hint"]?.string?.contains("list") == true)
    }
    #expect(try yard.status("status", "../../etc/passwd")["error"]?["code"] == "unknown_process")
  }
}
