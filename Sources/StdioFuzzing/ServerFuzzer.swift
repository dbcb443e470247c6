internal import JSON
internal import JSONRPC
package import Platform
internal import TranscriptReplay

/// Plays against real servers through their pipes.
///
/// Each lives for some thousand frames, then its input ends. Most are read only, so that what is called for by chance
/// costs no process; one in four may start what it is asked to, of which nothing is a program.
package struct ServerFuzzer {
  private static let framesPerLife = 2_000
  /// Bytes that are sent before replies are looked at.
  private static let burst = 1 << 15
  /// Seconds in which a server must answer what waits for nothing.
  private static let patience = 90.0
  /// Seconds without a reply after which what is still owed waits for something.
  private static let quiet = 5.0
  /// Seconds from the end of input to the end of the server; twice what it allows itself, on a busy machine.
  private static let longestEnd = 10.0
  /// Bytes of memory that a server may hold: what is queued for a client is bounded, and a line has 16 MiB at most.
  private static let largestServer: Int64 = 256 << 20
  private static let enough = 20

  private let corpus: FrameCorpus
  private let program: String
  private let seed: UInt64

  package init(_ corpus: FrameCorpus, program: String, seed: UInt64) {
    self.corpus = corpus
    self.program = program
    self.seed = seed
  }

  /// Plays until so many frames were sent, or the time is up, or too much is wrong.
  package func run(frames: Int, until deadline: MonotonicInstant) throws -> FuzzReport {
    let start = SystemClock.monotonic()
    var report = FuzzReport()
    while report.frames < frames, SystemClock.monotonic() < deadline, report.violations.count < Self.enough {
      try live(number: report.lives, frames: min(Self.framesPerLife, frames - report.frames), &report)
    }
    report.seconds = SystemClock.monotonic().seconds(since: start)
    return report
  }

  private func live(number: Int, frames: Int, _ report: inout FuzzReport) throws {
    let seed = seed &+ UInt64(number)
    let scratch = try ScratchHome(prefix: "fuzz-")
    defer { scratch.killProcesses() }
    let server = try server(scratch, isReadOnly: !number.isMultiple(of: 4))
    var generator = FrameGenerator(corpus, seed: seed)
    var ledger = ReplyLedger()
    var splitter = FrameSplitter()
    var isAlive = true
    var unread = 0
    // One in three reads nothing before the end of it all.
    let reads = !number.isMultiple(of: 3)
    for _ in 0..<frames where isAlive {
      let bytes = generator.next()
      for frame in bytes.withUnsafeBytes({ splitter.append($0) }) { ledger.expect(frame) }
      do throws(ServerError) { try server.send(line: bytes.dropLast()) } catch { isAlive = false }
      report.frames += 1
      report.bytes += bytes.count
      unread += bytes.count
      guard reads, unread > Self.burst else { continue }
      unread = 0
      isAlive = try read(server, &ledger, until: SystemClock.monotonic())
    }
    if isAlive { try settle(server, &ledger, seed) }
    report.largestServer = max(report.largestServer, MemoryFootprint.peak(of: server.pid) ?? 0)
    server.closeInput()
    let end = SystemClock.monotonic().advanced(bySeconds: Self.longestEnd)
    _ = try read(server, &ledger, until: end)
    ledger.close()
    var violations = ledger.violations
    let ending = server.waitForEnd(until: end)
    if ending != .exited(code: 0) { violations.append("the server ended as \(ending)") }
    let left = scratch.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: Self.longestEnd))
    if !left.isEmpty { violations.append("\(left.count) processes are left") }
    if report.largestServer > Self.largestServer {
      violations.append("it held \(report.largestServer) bytes")
    }
    violations += try problemsOfHome(scratch)
    report.lives += 1
    report.replies += ledger.replies
    report.violations += violations.map { "seed \(seed): \($0)" }
  }

  private func server(_ scratch: borrowing ScratchHome, isReadOnly: Bool) throws -> ServerProcess {
    try ServerProcess(
      ServerLaunch(
        program: program, arguments: ["serve", "--root", scratch.root] + (isReadOnly ? ["--read-only"] : []),
        environment: scratch.environment(over: .current), directory: scratch.root, errorFile: "/dev/null"))
  }

  /// Takes what has come by a time.
  ///
  /// - Returns: whether the server has not closed its output.
  private func read(
    _ server: ServerProcess, _ ledger: inout ReplyLedger, until deadline: MonotonicInstant
  ) throws -> Bool {
    while let incoming = try server.next(until: deadline) {
      if case .end = incoming { return false }
      ledger.take(incoming)
    }
    return true
  }

  /// Waits until all is answered but what waits for something.
  private func settle(_ server: ServerProcess, _ ledger: inout ReplyLedger, _ seed: UInt64) throws {
    // Whoever answers this has read, and answered or begun, all that stood before it.
    let name = "last of \(seed)"
    let last: JSONValue = ["jsonrpc": "2.0", "id": .string(name), "method": "ping"]
    ledger.expect(.line(JSONWriter.bytes(last)[...]))
    try server.send(last)
    let deadline = SystemClock.monotonic().advanced(bySeconds: Self.patience)
    while ledger.owes(name), SystemClock.monotonic() < deadline {
      guard let incoming = try server.next(until: deadline) else { break }
      if case .end = incoming { return }
      ledger.take(incoming)
    }
    if ledger.owes(name) { ledger.note("the server hangs") }
    while !ledger.pending.isEmpty, SystemClock.monotonic() < deadline {
      let moment = SystemClock.monotonic().advanced(bySeconds: Self.quiet)
      guard let incoming = try server.next(until: min(moment, deadline)) else { return }
      if case .end = incoming { return }
      ledger.take(incoming)
    }
  }

  /// What another server finds wrong with what is left.
  private func problemsOfHome(_ scratch: borrowing ScratchHome) throws -> [String] {
    let server = try server(scratch, isReadOnly: true)
    let client = AgentClient(server)
    do {
      try client.open(as: "fuzz")
      let list = try client.callTool("train_status", ["action": "list"])
      return list["processes"] == nil ? ["the home cannot be listed: \(list.text)"] : []
    } catch {
      return ["the home cannot be read: \(error)"]
    }
  }
}
