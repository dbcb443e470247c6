internal import JSON
internal import Platform

/// One transcript on its way through one server.
///
/// A message of the client is sent as soon as every message of the server that stands before it has come, so the
/// order is kept and no time is waited for its own sake.
struct Replay {
  /// Seconds for a server to end, or for what it leaves behind, when nobody counts on it any more.
  static let patience = 15.0

  private let transcript: Transcript
  private let server: ServerProcess
  private let timeout: Double
  private var comparison: MessageComparison
  /// What has come and was not asked for yet, oldest first.
  private var received: [JSONObject] = []
  private var progressTokens: Set<JSONValue> = []
  private var result: ReplayOutcome

  init(_ transcript: Transcript, server: ServerProcess, timeout: Double, comparison: MessageComparison) {
    self.transcript = transcript
    self.server = server
    self.timeout = timeout
    self.comparison = comparison
    result = ReplayOutcome(messages: transcript.entries.count { $0.kind != .clientEnd })
  }

  /// Why a replay cannot go on.
  private struct Halt: Error {
    let reason: String
  }

  /// Plays everything, to the end of the server.
  mutating func run() {
    do {
      var rest = transcript.entries[...]
      while let entry = rest.popFirst() {
        if case .clientRepeats(let request) = entry.kind, let reply = rest.popFirst() {
          try play(request, until: reply)
        } else {
          try play(entry)
        }
      }
      server.closeInput()
      try readToEnd()
      checkEnd(server.waitForEnd(until: deadline))
    } catch {
      note(line, "\(error.reason)")
      server.closeInput()
      _ = server.waitForEnd(until: SystemClock.monotonic().advanced(bySeconds: Self.patience))
    }
  }

  /// What was found.
  func outcome(leftovers: [String]) -> ReplayOutcome {
    guard !leftovers.isEmpty else { return result }
    var result = result
    let names = leftovers.joined(separator: ", ")
    result.findings.append(.init(line: lastLine, text: "processes are left behind the server: \(names)"))
    return result
  }

  // MARK: Steps

  /// The line that is being played.
  private var line = 0

  private var lastLine: Int { transcript.entries.last?.line ?? 1 }

  private var deadline: MonotonicInstant { SystemClock.monotonic().advanced(bySeconds: timeout) }

  private mutating func play(_ entry: TranscriptEntry) throws(Halt) {
    line = entry.line
    switch entry.kind {
    // One that is repeated is played together with its reply.
    case .client(let message), .clientRepeats(let message): try send(message)
    case .clientText(let text):
      try send(
        OversizedLine(text)?.bytes ?? Array(comparison.runs.translate(comparison.bindings.fill(text)).utf8))
    case .clientEnd: server.closeInput()
    case .server(let expected):
      // How many come depends on time.
      guard !Self.isProgress(expected) else { return }
      let got = try take(expected)
      for difference in comparison.differences(expected: expected, got: got) { note(line, "\(difference)") }
    }
  }

  /// Seconds between a reply that is not the right one yet and the next request.
  private static let pauseBeforeRepeating = 0.05

  /// Waits for something that no server tells of: asks until the answer is as expected, or the time is up.
  private mutating func play(_ request: JSONValue, until reply: TranscriptEntry) throws(Halt) {
    guard case .server(let expected) = reply.kind else { return try play(reply) }
    line = reply.line
    let deadline = deadline
    while true {
      try send(request)
      // What is learned from a reply that does not count must not stay.
      var attempt = comparison
      let differences = attempt.differences(expected: expected, got: try take(expected))
      let now = SystemClock.monotonic()
      guard !differences.isEmpty, now < deadline else {
        comparison = attempt
        for difference in differences { note(line, "\(difference)") }
        return
      }
      // Only the passing of time is wanted; a signal that ends it early does no harm.
      _ = try? Poll.readable([], until: min(deadline, now.advanced(bySeconds: Self.pauseBeforeRepeating)))
    }
  }

  private mutating func send(_ message: JSONValue) throws(Halt) {
    noteProgressTokens(of: message)
    let live = comparison.bindings.fill(message).mapStrings(comparison.runs.translate)
    try send(JSONWriter.bytes(live))
  }

  private func send(_ line: [UInt8]) throws(Halt) {
    do {
      try server.send(line: line)
    } catch {
      throw Halt(reason: "cannot be sent: \(error)")
    }
  }

  /// The oldest message that is the one expected, or stands in its place, waiting for it.
  private mutating func take(_ expected: JSONObject) throws(Halt) -> JSONObject {
    try take { [comparison] message in
      message["method"] == expected["method"]
        && message["id"] == expected["id"].map(comparison.bindings.fill)
    }
  }

  /// The oldest message that fits, waiting for it.
  private mutating func take(_ fits: (JSONObject) -> Bool) throws(Halt) -> JSONObject {
    if let index = received.firstIndex(where: fits) { return received.remove(at: index) }
    let deadline = deadline
    while let arrival = try next(until: deadline) {
      switch arrival {
      case .message(let message) where fits(message): return message
      case .message(let message): received.append(message)
      case .end:
        let end = Self.words(server.waitForEnd(until: self.deadline))
        throw Halt(reason: "the server has ended (\(end))" + unclaimed)
      }
    }
    throw Halt(reason: "no such message within \(timeout.inSeconds)" + unclaimed)
  }

  /// What counts of that which comes.
  private enum Arrival {
    case message(JSONObject)
    case end
  }

  /// The next message that is no progress, or the end; nil at the deadline.
  private mutating func next(until deadline: MonotonicInstant) throws(Halt) -> Arrival? {
    while true {
      let incoming: ServerProcess.Incoming?
      do { incoming = try server.next(until: deadline) } catch { throw Halt(reason: "\(error)") }
      switch incoming {
      case nil: return nil
      case .end: return .end
      case .message(.object(let message)):
        guard Self.isProgress(message) else { return .message(message) }
        checkProgress(message)
      case .message(let value): note(line, "the server wrote what is no message: \(JSONWriter.text(value))")
      case .text(let text): note(line, "the server wrote a line that is not JSON: \(text.prefix(300))")
      }
    }
  }

  // MARK: The end

  private mutating func readToEnd() throws(Halt) {
    line = lastLine
    let deadline = deadline
    reading: while true {
      switch try next(until: deadline) {
      case .message(let message): received.append(message)
      case .end: break reading
      case nil:
        throw Halt(reason: "the server did not end within \(timeout.inSeconds) of the end of its input")
      }
    }
    for message in received {
      note(line, "the server sent what the transcript does not have: \(Self.show(message))")
    }
  }

  private mutating func checkEnd(_ end: ServerProcess.End) {
    if end != .exited(code: 0) {
      note(lastLine, "the server ended with \(Self.words(end)), not with exit code 0")
    }
  }

  private static func words(_ end: ServerProcess.End) -> String {
    switch end {
    case .exited(let code): "exit code \(code)"
    case .signalled(let number): SystemSignal.name(of: number)
    case .killed: "SIGKILL, because it did not end by itself"
    }
  }

  // MARK: Progress

  private static func isProgress(_ message: JSONObject) -> Bool {
    message["method"] == "notifications/progress"
  }

  private mutating func noteProgressTokens(of message: JSONValue) {
    for message in message.array ?? [message] {
      guard let token = message["params"]?["_meta"]?["progressToken"] else { continue }
      progressTokens.insert(comparison.bindings.fill(token))
    }
  }

  private mutating func checkProgress(_ message: JSONObject) {
    let token = message["params"]?["progressToken"]
    if token.map(progressTokens.contains) != true {
      note(line, "the server reported progress for a token that no request has: \(Difference.show(token))")
    }
  }

  // MARK: Words

  private mutating func note(_ line: Int, _ text: String) {
    result.findings.append(.init(line: line, text: text))
  }

  /// What came instead, for a message that did not.
  private var unclaimed: String {
    guard let first = received.first else { return "" }
    let others = received.count > 1 ? " and \(received.count - 1) more" : ""
    return "; it sent \(Self.show(first))\(others)"
  }

  private static func show(_ message: JSONObject) -> String {
    let text = JSONWriter.text(.object(message))
    return text.count <= 300 ? text : text.prefix(299) + "…"
  }
}
