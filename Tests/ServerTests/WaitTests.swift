import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `train_status wait`: woken by what happens, never by a clock alone.
@Suite(.timeLimit(.minutes(10)), .blocking) struct WaitTests {
  @Test func aChangeOfPhaseWakes() throws {
    let yard = try Yard()
    let code =
      "import sys, time; sys.stdin.close(); time.sleep(0.5); print('Epoch 1/3', flush=True); time.sleep(60)"
    let id = try yard.startRun(["python3", "-c", .string(code)], ["wait": 0])
    let answer = try yard.status("wait", id)
    #expect(answer["changed"] == true)
    #expect(answer["timed_out"] == false)
    #expect(answer["phase"] == "training")
  }

  @Test func timeUpIsSaid() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let answer = try yard.status("wait", id, ["timeout": 0.1])
    #expect(answer["changed"] == false)
    #expect(answer["timed_out"] == true)
    #expect(answer["process_status"] == "running")
  }

  @Test func anEndedRunAnswersAtOnce() throws {
    let yard = try Yard()
    let id = try yard.startRun(["true"])
    let answer = try yard.status("wait", id, ["timeout": 600])
    #expect(answer["process_status"] == "completed")
    #expect(answer["changed"] == false)
    #expect(answer["timed_out"] == false)
  }

  @Test func theFirstOfSeveralWakes() throws {
    let yard = try Yard()
    let slow = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let quick = try yard.startRun(
      Yard.trainer("silent_then_exit", "--after", "0.3", "--code", "4"), ["wait": 0])
    let answer = try yard.client.callTool(
      "train_status", ["action": "wait", "process_ids": [.string(slow), .string(quick)]])
    #expect(answer["process_id"] == .string(quick))
    #expect(answer["exit_code"] == 4)
  }

  @Test func manyWaitsHangOnOneRunAndPingsAreAnswered() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    for number in 1...50 { try sendWait(yard, id: "w\(number)", run: id) }
    _ = try yard.client.request("ping")
    try sendCall(yard, id: "kill", ["action": "kill", "process_id": .string(id)])
    var answered: Set<String> = []
    let deadline = MonotonicInstant.hangLimit
    while answered.count < 51, case .message(let message) = try yard.server.next(until: deadline) {
      let reply = try #require(message["id"]?.string)
      #expect(answered.insert(reply).inserted, "answered twice")
      #expect(message["result"]?["structuredContent"]?["process_status"] == "killed")
    }
    #expect(answered.count == 51)
  }

  @Test func cancellingAWaitTouchesNothingAndIsNotAnswered() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    try sendWait(yard, id: "w", run: id)
    try yard.server.send([
      "jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": "w", "reason": "test"],
    ])
    #expect(try yard.status("status", id)["process_status"] == "running")
    yard.server.closeInput()
    let deadline = MonotonicInstant.hangLimit
    while let incoming = try yard.server.next(until: deadline), incoming != .end {
      if case .message(let message) = incoming { #expect(message["id"] != "w") }
    }
  }

  @Test func cancellingAStartLeavesTheRunFindable() throws {
    let yard = try Yard()
    try yard.server.send([
      "jsonrpc": "2.0", "id": "s", "method": "tools/call",
      "params": ["name": "train_start", "arguments": ["command": Yard.trainer("hangs_silently")]],
    ])
    try yard.server.send([
      "jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": "s"],
    ])
    let list = try yard.client.callTool("train_status", ["action": "list"])
    #expect(list["processes"]?.array?.count == 1)
  }

  @Test func progressIsReportedWhileAWaitWaits() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("writes_slowly", "--interval", "0.2", "--lines", "30"), ["wait": 0])
    var values: [Double] = []
    yard.client.onNotification { message in
      #expect(message["method"] == "notifications/progress")
      #expect(message["params"]?["progressToken"] == "p")
      #expect(message["params"]?["message"]?.string?.contains(id) == true)
      if let value = message["params"]?["progress"]?.double { values.append(value) }
    }
    _ = try yard.client.callTool(
      "train_status", ["action": "wait", "process_id": .string(id), "until": "end", "timeout": 5],
      progressToken: "p")
    #expect(values.count >= 2)
    // It is the time that was waited: often enough that no client takes it for silence, and no more often than that.
    for (earlier, later) in zip([0] + values, values) { #expect(0.5...10 ~= later - earlier, "\(values)") }
  }

  private func sendWait(_ yard: Yard, id: String, run: String) throws {
    try sendCall(
      yard, id: id, ["action": "wait", "process_id": .string(run), "until": "end", "timeout": 600])
  }

  private func sendCall(_ yard: Yard, id: String, _ arguments: JSONValue) throws {
    try yard.server.send([
      "jsonrpc": "2.0", "id": .string(id), "method": "tools/call",
      "params": ["name": "train_status", "arguments": arguments],
    ])
  }
}
