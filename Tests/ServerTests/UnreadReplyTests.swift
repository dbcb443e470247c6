import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A client that asks and does not read, against a real server.
@Suite(.timeLimit(.minutes(10))) struct UnreadReplyTests {
  /// Bytes of memory: the limit of what waits, its copy in a write, and what the program needs besides.
  private static let limit: Int64 = 80 << 20

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
