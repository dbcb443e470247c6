import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `train_status` with action `events`, against real servers: who slept finds out what happened.
@Suite(.timeLimit(.minutes(10))) struct EventFeedTests {
  private func events(_ yard: Yard, _ arguments: JSONObject = [:]) throws -> ToolAnswer {
    var all: JSONObject = ["action": "events"]
    for member in arguments.members { all.append(member.name, member.value) }
    return try yard.client.callTool("train_status", all)
  }

  private func kinds(_ answer: ToolAnswer) -> [JSONValue?] {
    answer["events"]?.array?.map { $0["kind"] } ?? []
  }

  @Test func whoSleptFindsOutWhatHappened() throws {
    let yard = try Yard()
    let before = try events(yard)
    #expect(before["events"] == [])
    let cursor = try #require(before["next_cursor"])
    let trained = try yard.startRun(Yard.trainer("logistic_regression"), ["name": "iris"])
    _ = try yard.end(of: trained)
    let failed = try yard.startRun(Yard.trainer("dies_in_startup"))
    _ = try yard.end(of: failed)

    let answer = try events(yard, ["cursor": cursor, "limit": 200])
    #expect(answer["gap"] == nil)
    #expect(answer["has_more"] == false)
    let all = try #require(answer["events"]?.array)
    let ofFirst = all.filter { $0["process_id"] == .string(trained) }
    #expect(ofFirst.first?["kind"] == "started")
    #expect(ofFirst.contains { $0["kind"] == "training_started" })
    #expect(ofFirst.last?["kind"] == "ended")
    #expect(ofFirst.last?["name"] == "iris")
    #expect(ofFirst.last?["end_reason"] == "exited")
    let last = try #require(all.last)
    #expect(last["process_id"] == .string(failed))
    #expect(last["failureType"] == "missing_dependency")
    #expect(last["exit_code"] == 1)
    #expect(answer.text.contains("\(trained) (iris): completed, exited, exit code 0"))
    #expect(try events(yard, ["cursor": cursor, "limit": 200])["events"] == answer["events"])

    let other = try Yard(sharing: yard)
    #expect(try events(other, ["cursor": cursor, "limit": 200])["events"] == answer["events"])
    let filtered = try events(other, ["cursor": "oldest", "kinds": ["ended"], "process_id": .string(failed)])
    #expect(kinds(filtered) == ["ended"])
    let next = try #require(answer["next_cursor"])
    #expect(try events(other, ["cursor": next])["events"] == [])
  }

  @Test func pageByPageIsTheSame() throws {
    let yard = try Yard()
    for _ in 1...3 { _ = try yard.end(of: try yard.startRun(["true"])) }
    let whole = try #require(try events(yard, ["cursor": "oldest"])["events"]?.array)
    var pages: [JSONValue] = []
    var cursor: JSONValue = "oldest"
    while true {
      let page = try events(yard, ["cursor": cursor, "limit": 2])
      pages += try #require(page["events"]?.array)
      cursor = try #require(page["next_cursor"])
      if page["has_more"] == false { break }
    }
    #expect(pages == whole)
    #expect(whole.count >= 6)
    #expect(try events(yard, ["limit": 2])["events"] == .array(Array(whole.suffix(2))))
  }

  @Test func aLostHistoryIsToldAsAGapAndTheFeedGoesOn() throws {
    let yard = try Yard(companions: 0)
    let first = try yard.startRun(["true"])
    _ = try yard.end(of: first)
    let cursor = try #require(try events(yard)["next_cursor"])
    for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(yard.home + "/history.db" + suffix) }
    let second = try yard.startRun(["true"])
    _ = try yard.end(of: second)
    let answer = try events(yard, ["cursor": cursor])
    #expect(answer["gap"]?["reason"] == "remade")
    #expect(answer["events"]?.array?.last?["process_id"] == .string(second))
    let next = try #require(answer["next_cursor"])
    #expect(try events(yard, ["cursor": next])["gap"] == nil)
  }

  @Test(arguments: ["nonsense", "1.2", "a.b.c"])
  func whatIsNoCursorIsRefusedWithWhatToDo(cursor: String) throws {
    let yard = try Yard()
    let answer = try events(yard, ["cursor": .string(cursor)])
    #expect(answer["error"]?["code"] == "bad_cursor")
    #expect(answer["error"]?["hint"]?.string?.contains("oldest") == true)
  }

  @Test func anUnknownRunIsSaidToBeUnknown() throws {
    let yard = try Yard()
    let answer = try events(yard, ["process_id": "train-never-was"])
    #expect(answer["error"]?["code"] == "unknown_process")
  }
}
