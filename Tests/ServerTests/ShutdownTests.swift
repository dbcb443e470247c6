import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// However the server ends, nothing of its attached runs is left, and the records say why they ended.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ShutdownTests {
  /// How a server can come to its end.
  enum Death: CaseIterable {
    case inputClosed, outputClosed, terminated, terminatedTwice, interrupted, hungUp, killed

    private var signals: [Int32] {
      switch self {
      case .inputClosed, .outputClosed: []
      case .terminated: [SystemSignal.terminate]
      case .terminatedTwice: [SystemSignal.terminate, SystemSignal.terminate]
      case .interrupted: [2]
      case .hungUp: [1]
      case .killed: [SystemSignal.kill]
      }
    }

    func bring(to yard: Yard) throws {
      let server = yard.server
      switch self {
      case .inputClosed: server.closeInput()
      case .outputClosed:
        server.closeOutput()
        // It finds out when it writes.
        try server.send(["jsonrpc": "2.0", "id": "unheard", "method": "ping"])
      default:
        let entry = try #require(ProcessTable.entry(of: server.pid))
        for signal in signals {
          #expect(ProcessTable.send(signal, to: entry.pid, startedAt: entry.startTime))
        }
      }
    }
  }

  @Test(arguments: Death.allCases)
  func aStubbornTreeIsGone(death: Death) throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("forks_workers", "--setsid", "--ignore-sigterm"), ["wait": 0, "grace": 0.5])
    try yard.waitForLog(of: id, toHold: "3 workers are up")
    #expect(yard.processes(of: id).count == 4)

    try death.bring(to: yard)
    let end = yard.server.waitForEnd(until: .hangLimit)
    #expect(end == (death == .killed ? .signalled(number: 9) : .exited(code: 0)))
    yard.expectNobodyLeft()
    #expect(try yard.exitRecord(of: id)?["end_reason"] == "server_shutdown")
  }

  /// By the time at which SDKs send SIGKILL, two seconds after SIGTERM and four after the end of input, nothing is left.
  ///
  /// That holds on a busy machine too; how long it takes on an idle one the interop check measures.
  @Test func eightRunsAreGoneWithTheServer() throws {
    let yard = try Yard(companions: 0)
    let ids = try (0..<8).map { _ in try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0]) }
    for id in ids { try yard.waitForLog(of: id, toHold: "this may take a while") }
    let start = SystemClock.monotonic()
    yard.server.closeInput()
    #expect(yard.server.waitForEnd(until: start.advanced(bySeconds: 20)) == .exited(code: 0))
    #expect(SystemClock.monotonic().seconds(since: start) < 4)
    yard.expectNobodyLeft()
    for id in ids { #expect(try yard.exitRecord(of: id)?["end_reason"] == "server_shutdown") }
  }

  @Test func aDetachedRunGoesOnAndCanBeStoppedThroughItsDirectory() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("ignores_sigterm"), ["detach": true, "grace": 0.3])
    try Death.killed.bring(to: yard)
    _ = yard.server.waitForEnd(until: .hangLimit)
    let size = try logSize(yard, id)
    try blockUntil("the log grows without a server") { try logSize(yard, id) > size }
    #expect(try yard.exitRecord(of: id) == nil)

    let control = try FileDescriptor.open("\(yard.home)/runs/\(id)/control", .fifoWriter)
    try control.write(Array(#"{"stop":"kill_requested"}"#.utf8) + [10])
    yard.expectNobodyLeft()
    #expect(try yard.exitRecord(of: id)?["end_reason"] == "kill_requested")
    #expect(try yard.exitRecord(of: id)?["signal_name"] == "SIGKILL")
  }

  private func logSize(_ yard: Yard, _ id: String) throws -> Int64 {
    try FileDescriptor.open("\(yard.home)/runs/\(id)/log", .reading).size()
  }

  @Test func whatWasReadBeforeTheEndOfInputIsAnswered() throws {
    let yard = try Yard()
    for id in 100..<150 {
      try yard.server.send(["jsonrpc": "2.0", "id": .integer(Int64(id)), "method": "ping"])
    }
    try yard.server.send([
      "jsonrpc": "2.0", "id": "last", "method": "tools/call",
      "params": ["name": "train_start", "arguments": ["command": ["true"]]],
    ])
    yard.server.closeInput()
    var ids: [JSONValue] = []
    let deadline = MonotonicInstant.hangLimit
    while case .message(let message) = try yard.server.next(until: deadline) {
      ids.append(try #require(message["id"]))
      if message["id"] == "last" {
        #expect(message["result"]?["structuredContent"]?["status"] == "completed")
      }
    }
    #expect(ids == (100..<150).map { .integer($0) } + ["last"])
    #expect(yard.server.waitForEnd(until: deadline) == .exited(code: 0))
  }

  @Test func aWaitIsAnsweredWhenTheServerEnds() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    try yard.server.send([
      "jsonrpc": "2.0", "id": "w", "method": "tools/call",
      "params": [
        "name": "train_status",
        "arguments": ["action": "wait", "process_id": .string(id), "until": "end", "timeout": 600],
      ],
    ])
    yard.server.closeInput()
    let deadline = MonotonicInstant.hangLimit
    guard case .message(let reply) = try yard.server.next(until: deadline) else {
      Issue.record("no reply")
      return
    }
    #expect(reply["result"]?["structuredContent"]?["process_status"] == "killed")
    #expect(reply["result"]?["structuredContent"]?["end_reason"] == "server_shutdown")
    yard.expectNobodyLeft()
  }

  @Test func aStreamIsAnsweredThoughTheTimeForItIsOver() throws {
    let yard = try Yard(companions: 0)
    // Freezes the server when it stops it, for longer than the server has.
    let script =
      "trap 'trap \"\" TERM; kill -STOP $1; sleep 2; kill -CONT $1; exit' TERM; echo up; while :; do sleep 0.1; done"
    let command: JSONValue = ["sh", "-c", .string(script), "sh", .string("\(yard.server.pid)")]
    let start = try yard.client.callTool("train_start", ["command": command, "wait": 0])
    let id = try #require(start["process_id"]?.string)
    try yard.waitForLog(of: id, toHold: "up")
    let wire = Wire(server: yard.server)
    try wire.send(
      "subscriptions/listen",
      ["notifications": ["resourceSubscriptions": ["train://runs"]], "_meta": .object(Wire.meta())], id: "l")
    _ = try wire.messagesUntilPong()
    yard.server.closeInput()
    #expect(try wire.messages(until: "l").last?["result"] != nil)
    let end = yard.server.waitForEnd(until: SystemClock.monotonic().advanced(bySeconds: 10))
    #expect(end == .exited(code: 0))
    yard.expectNobodyLeft()
  }

  @Test func aKilledSupervisorTakesItsTrainingWithItAndTheRunIsLost() throws {
    let yard = try Yard()
    // A large environment, in which the run's name stands far behind.
    let filling = String(repeating: "x", count: 20_000)
    let id = try yard.startRun(
      Yard.trainer("forks_workers", "--setsid", "--ignore-sigterm"),
      ["wait": 0, "env": ["FILLING": .string(filling)]])
    try yard.waitForLog(of: id, toHold: "3 workers are up")
    let supervisor = try yard.supervisor(of: id)
    #expect(ProcessTable.send(SystemSignal.kill, to: supervisor.pid, startedAt: supervisor.startTime))
    let picture = try yard.end(of: id)
    #expect(picture["process_status"] == "failed")
    #expect(picture["end_reason"] == "lost")
    #expect(picture["error_summary"]?["failureType"] == "lost")
    #expect(picture["warnings"]?.array?.first?["code"] == "record_lost")
    try blockUntil("the workers are gone") { yard.processes(of: id).isEmpty }
  }

  @Test func anIdleServerSleeps() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    try yard.waitForLog(of: id, toHold: "this may take a while")
    try yard.expectSleep()
  }
}
