internal import JSON

extension HostileClient {
  /// Starts a training that sleeps.
  ///
  /// - Returns: its process_id; nil when it does not run, which is entered as a violation.
  mutating func startTraining() throws -> String? {
    try request(
      "initialize",
      [
        "protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": ["name": "fuzz", "version": "1"],
      ])
    let call = try request(
      "tools/call", ["name": "train_start", "arguments": ["command": ["sleep", "600"], "wait": 0]])
    let id = try result(of: call)?["structuredContent"]?["process_id"]?.string
    if id == nil { note("no training was started") }
    return id
  }

  /// Sends calls that end with the training, and streams that have no end.
  mutating func leaveOpen(_ count: Int, on training: String) throws {
    // Short as text and large in memory.
    let ballast = JSONValue.array(Array(repeating: 0, count: manners.areHeavy ? Self.ballast : 0))
    for number in 0..<count {
      var meta = number.isMultiple(of: 3) ? [:] : Self.stateless
      if number < Self.heavyWaits { meta["ballast"] = ballast }
      if number.isMultiple(of: 4) {
        try request(
          "subscriptions/listen",
          ["notifications": ["resourceSubscriptions": ["train://runs"]], "_meta": .object(meta)])
      } else {
        try request(
          "tools/call",
          [
            "name": "train_status",
            "arguments": ["action": "wait", "process_id": .string(training), "until": "end", "timeout": 600],
            "_meta": .object(meta),
          ])
      }
    }
  }

  /// Numbers that make 1 MiB of text.
  private static let ballast = 1 << 19
  /// More than a server keeps, which refuses the last of them.
  private static let heavyWaits = 24

  private static let stateless: JSONObject = [
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": [:],
  ]
}
