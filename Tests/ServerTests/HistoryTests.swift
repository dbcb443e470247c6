import JSON
import MetricCurves
import Platform
import RunHistory
import RunStore
import SQLite
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// What is kept of runs beside their directories: complete, once, and made anew when it is lost.
@Suite(.timeLimit(.minutes(10)), .blocking) struct HistoryTests {
  private func database(of yard: Yard) throws -> HistoryDatabase {
    try HistoryDatabase(path: HomeDirectory(path: yard.home).historyPath)
  }

  /// Prints `count` epochs, one every few milliseconds.
  private static func epochs(_ count: Int, pause: Double) -> JSONValue {
    let program = """
      import sys, time
      for epoch in range(1, \(count) + 1):
          print(f"Epoch {epoch}/\(count) - loss: {1 / epoch:.6f}", flush=True)
          time.sleep(\(pause))
      """
    return ["python3", "-S", "-c", .string(program)]
  }

  @Test func whatALogSaysIsKeptOnceThoughServersDieWhileTheyReadIt() throws {
    let first = try Yard()
    let id = try first.startRun(Self.epochs(300, pause: 0.01), ["detach": true, "wait": 0])
    try first.waitForLog(of: id, toHold: "Epoch 20/")
    try first.kill()
    // Each follows it for a while; some are killed before they have saved, some after, and two read at once.
    for (epoch, isPair) in [(60, false), (120, true), (240, false)] {
      let next = try Yard(sharing: first)
      let other = isPair ? try Yard(sharing: first) : nil
      try next.waitForLog(of: id, toHold: "Epoch \(epoch)/")
      _ = try other?.status("status", id)
      try next.kill()
      other?.close()
    }
    let last = try Yard(sharing: first)
    let picture = try last.end(of: id)
    #expect(picture["exit_code"] == 0)
    #expect(picture["progress"]?["epoch"] == 300)
    last.close()

    let database = try database(of: first)
    let runID = try #require(RunID(id))
    let losses = try database.metrics(of: runID, name: "loss")
    #expect(losses.map(\.epoch) == (1...300).map { Double($0) })
    let kinds = try database.events(of: runID, limit: 1000).map(\.event.kind)
    #expect(kinds.count { $0 == .trainingStarted } == 1)
    #expect(kinds.count { $0 == .ended } == 1)
  }

  @Test func theMomentOfTheFirstSignIsKnownToTheNextServer() throws {
    let first = try Yard()
    let id = try first.startRun(Self.epochs(1000, pause: 0.01), ["detach": true])
    let before = try first.status("status", id)
    first.close()
    let next = try Yard(sharing: first)
    let after = try next.status("status", id)
    #expect(before["training_started_at"]?.string != nil)
    #expect(after["training_started_at"] == before["training_started_at"])
    #expect(after["phase"] == "training")
    _ = try next.status("kill", id, ["grace": 0.2, "confirm": true])
  }

  @Test func theSameKeyInSeveralServersAtOnceStartsOneRun() throws {
    let yards = [try Yard()]
    let servers = yards + [try Yard(sharing: yards[0]), try Yard(sharing: yards[0])]
    for round in 1...5 {
      let arguments: JSONObject = [
        "command": ["sleep", "60"], "idempotency_key": .string("key \(round)"), "wait": 0, "grace": 0.1,
      ]
      let numbers = try servers.map { try $0.client.sendTool("train_start", arguments) }
      let answers = try zip(servers, numbers).map { try $0.client.answer(to: $1) }
      let ids = Set(answers.compactMap { $0["process_id"]?.string })
      #expect(ids.count == 1, "round \(round): \(answers.map(\.text))")
    }
    let list = try servers[2].client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["running": 5])
  }

  @Test func aKeyIsKnownToTheNextServer() throws {
    let first = try Yard()
    let id = try first.startRun(["true"], ["idempotency_key": "once"])
    first.close()
    let next = try Yard(sharing: first)
    let answer = try next.start(["false"], ["idempotency_key": "once"])
    #expect(answer["process_id"]?.string == id)
    #expect(answer["status"] == "completed")
  }

  /// A home with a run that trained, one that failed, and no server.
  private func usedHome() throws -> (yard: Yard, answers: [String: JSONObject]) {
    let yard = try Yard()
    var answers: [String: JSONObject] = [:]
    for command in [Yard.trainer("logistic_regression"), Yard.trainer("dies_in_startup")] {
      let id = try yard.startRun(command)
      answers[id] = try yard.end(of: id).structuredContent
    }
    yard.close()
    return (yard, answers)
  }

  private func expectSame(_ answers: [String: JSONObject], in yard: Yard) throws {
    let list = try yard.client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["completed": 1, "failed": 1])
    for (id, before) in answers {
      let after = try yard.status("status", id)
      for name in [
        "process_status", "exit_code", "ended_at", "duration_s", "metrics", "progress", "error_summary",
        "warnings",
        "verified", "artifacts",
      ] {
        #expect(after[name] == before[name], "\(name)")
      }
    }
  }

  @Test(arguments: ["lost", "garbage", "cut"]) func aHistoryIsMadeAnewFromTheDirectories(damage: String)
    throws
  {
    let (yard, answers) = try usedHome()
    let path = HomeDirectory(path: yard.home).historyPath
    switch damage {
    case "lost": try FileSystem.removeTree(path)
    case "garbage":
      try FileSystem.replace(path, with: [UInt8](repeating: 7, count: 10_000), durable: false)
    default:
      try Database(path: path).checkpoint(.truncate)
      try FileSystem.replace(path, with: Array(try FileSystem.read(path).prefix(5000)), durable: false)
    }
    for suffix in ["-wal", "-shm"] { try FileSystem.removeTree(path + suffix) }
    // What was started just now may still be on its way into the history.
    let made = SystemClock.monotonic()
    try blockUntil("that cannot be any more") { SystemClock.monotonic().seconds(since: made) > 2.1 }

    let next = try Yard(sharing: yard)
    try expectSame(answers, in: next)
    let complaints = try next.complaints()
    if damage == "lost" {
      #expect(complaints.contains("2 run(s) were entered from their directories"), "\(complaints)")
    } else {
      #expect(complaints.contains("put aside"), "\(complaints)")
      #expect(try FileSystem.entries(of: yard.home).contains { $0.hasPrefix("history.db.damaged-") })
    }
    next.close()
    let another = try Yard(sharing: yard)
    try expectSame(answers, in: another)
    #expect(try another.complaints() == "")
  }

  @Test func aHistoryThatIsLostUnderARunningServerIsMadeAnew() throws {
    let (yard, answers) = try usedHome()
    let next = try Yard(sharing: yard)
    try expectSame(answers, in: next)
    for suffix in ["", "-wal", "-shm"] {
      try FileSystem.removeTree(HomeDirectory(path: yard.home).historyPath + suffix)
    }
    let id = try next.startRun(["true"])
    #expect(try next.end(of: id)["exit_code"] == 0)
    next.close()
    #expect(try database(of: yard).run(try #require(RunID(id)))?.conclusion != nil)
  }

  @Test func aKeyIsRefusedWhereOtherServersWouldNotKnowIt() throws {
    let yard = try Yard()
    // Nothing can be opened there as a database.
    try FileSystem.makeDirectory(HomeDirectory(path: yard.home).historyPath)
    #expect(try yard.start(["true"])["status"] == "completed", "without a key all goes on")
    let answer = try yard.start(["true"], ["idempotency_key": "once"])
    #expect(answer["error"]?["code"] == "no_shared_history")
    #expect(answer["error"]?["message"]?.string?.contains("history.db") == true)
    #expect(try yard.complaints().contains("kept in memory"))
    let list = try yard.client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["completed": 1])
  }

  @Test func aNewerHistoryIsNotTouched() throws {
    let (yard, answers) = try usedHome()
    let path = HomeDirectory(path: yard.home).historyPath
    try Database(path: path).setUserVersion(999)
    let next = try Yard(sharing: yard)
    let answer = try next.start(["true"])
    #expect(answer.isError)
    #expect(answer["error"]?["code"] == "home_refused")
    #expect(answer["error"]?["message"]?.string?.contains("999") == true)
    #expect(try next.complaints().contains("999"))
    try expectSame(answers, in: next)
    #expect(
      try FileSystem.entries(of: yard.home + "/runs").count == 2, "nothing is left of the refused start")
  }
}
