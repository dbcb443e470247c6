import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A client that asks and does not read, against a real server.
@Suite(.timeLimit(.minutes(10))) struct UnreadReplyTests {
  /// Bytes of memory: the limit of what waits, its copy in a write, and what the program needs besides.
  private static let limit: Int64 = 80 << 20

  /// What a client does not read holds up neither what it asks for, nor its runs, nor the end.
  @Test func whoNeverReadsIsStillServedAndCanGo() throws {
    let yard = try Yard(companions: 0)
    let running = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    // Far more than a pipe holds, and less than makes the server refuse.
    for number in Int64(1)...50 {
      try yard.server.send(["jsonrpc": "2.0", "id": .integer(1_000 + number), "method": "tools/list"])
    }
    try yard.server.send([
      "jsonrpc": "2.0", "id": "start", "method": "tools/call",
      "params": [
        "name": "train_start", "arguments": ["command": ["sleep", "600"], "wait": 0],
      ],
    ])
    let runs = "\(yard.home)/runs"
    try blockUntil("the run is there") {
      try FileSystem.entries(of: runs).count { $0.hasPrefix("train-") } == 2
    }
    try yard.server.send([
      "jsonrpc": "2.0", "id": "kill", "method": "tools/call",
      "params": [
        "name": "train_status", "arguments": ["action": "kill", "process_id": .string(running)],
      ],
    ])
    try blockUntil("the other has ended") { try yard.exitRecord(of: running) != nil }
    #expect(try yard.exitRecord(of: running)?["end_reason"] == "kill_requested")
    yard.server.closeInput()
    let deadline = MonotonicInstant.hangLimit
    #expect(yard.server.waitForEnd(until: deadline) == .exited(code: 0))
    yard.expectNobodyLeft()
  }

  @Test func itCostsBoundedMemoryAndEachCallIsAnsweredOnce() throws {
    let yard = try Yard(companions: 0)
    let server = yard.server
    let count: Int64 = 2_000
    for number in 1...count {
      try server.send([
        "jsonrpc": "2.0", "id": .integer(1_000 + number), "method": "tools/list",
      ])
    }
    let deadline = SystemClock.monotonic().advanced(bySeconds: 120)
    var answered: [Int64: Bool] = [:]
    while answered.count < count {
      guard case .message(let message) = try server.next(until: deadline), let id = message["id"]?.integer
      else {
        Issue.record("only \(answered.count) were answered")
        break
      }
      #expect(answered.updateValue(message["result"] != nil, forKey: id) == nil, "answered twice: \(id)")
    }
    #expect(answered[1_001] == true)
    #expect(answered.values.contains(false), "some were refused")
    if let peak = MemoryFootprint.peak(of: server.pid) { #expect(peak < Self.limit, "\(peak) bytes") }
    #expect(try yard.client.request("tools/list")["tools"] != nil, "who reads is served again")
  }
}
