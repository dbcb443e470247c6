import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// One more server on the home of a yard, as another window of an editor has it.
///
/// It starts nothing; it lists, it looks at runs, it waits for their ends. Calls may overlap.
final class Companion {
  private let server: ServerProcess
  private var lastNumber: Int64 = 0
  /// Answers that came before somebody asked for them.
  private var answers: [Int64: JSONObject] = [:]
  /// The waits for the ends of runs, by run.
  private var waits: [String: Int64] = [:]

  /// Starts it, and lets it see the home: when this returns it knows all that is there.
  init(_ launch: ServerLaunch) throws {
    server = try ServerProcess(launch)
    try AgentClient(server, timeout: 150).open(as: "companion")
    _ = try answer(to: try look())
  }

  /// Asks for all runs, and does not wait for the answer.
  @discardableResult
  func look() throws -> Int64 { try send(["action": "list"]) }

  /// Asks for a run, so that it is followed from now on.
  ///
  /// - Returns: whether it sees such a run.
  func follow(_ id: String) throws -> Bool {
    let picture = try answer(to: try send(["action": "status", "process_id": .string(id)]))
    return picture["process_id"] == .string(id)
  }

  /// Lets a call hang until a run has ended.
  func waitForEnd(of id: String) throws {
    guard waits[id] == nil else { return }
    waits[id] = try send([
      "action": "wait", "process_id": .string(id), "until": "end", "timeout": 600,
    ])
  }

  /// The picture of a run that has ended, or ends soon.
  func end(of id: String) throws -> JSONObject {
    try waitForEnd(of: id)
    let number = try #require(waits[id])
    waits[id] = nil
    return try answer(to: number)
  }

  /// Hangs up, and waits until it is gone.
  func close() {
    server.closeInput()
    let end = server.waitForEnd(until: .hangLimit)
    #expect(end == .exited(code: 0), "a companion ended in its own way")
  }

  /// Kills it, whatever it is doing.
  func kill() throws {
    let entry = try #require(ProcessTable.entry(of: server.pid), "a companion was gone by itself")
    #expect(ProcessTable.send(SystemSignal.kill, to: entry.pid, startedAt: entry.startTime))
    let end = server.waitForEnd(until: .hangLimit)
    #expect(end == .signalled(number: SystemSignal.kill), "a companion ended in its own way")
  }

  private func send(_ arguments: JSONObject) throws -> Int64 {
    lastNumber += 1
    try server.send([
      "jsonrpc": "2.0", "id": .string("c\(lastNumber)"), "method": "tools/call",
      "params": ["name": "train_status", "arguments": .object(arguments)],
    ])
    return lastNumber
  }

  private func answer(to number: Int64) throws -> JSONObject {
    let deadline = MonotonicInstant.hangLimit
    while true {
      if let answer = answers.removeValue(forKey: number) { return answer }
      let incoming = try #require(try server.next(until: deadline), "a companion said nothing")
      let message: JSONValue? = if case .message(let message) = incoming { message } else { nil }
      let found = try #require(
        message?["id"]?.string.flatMap { Int64($0.dropFirst()) },
        "instead of an answer a companion gave \(incoming)")
      answers[found] = try #require(
        message?["result"]?["structuredContent"]?.object, "a companion gave no result: \(incoming)")
    }
  }
}
