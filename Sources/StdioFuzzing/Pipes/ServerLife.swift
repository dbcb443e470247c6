internal import JSON
internal import Platform
internal import TestSupport
internal import TranscriptReplay

/// One server with one client, from its start to what it leaves behind.
struct ServerLife {
  /// Seconds from the end of the conversation to the end of the server, of which it allows itself 1.5; the rest is for a
  /// busy machine.
  private static let longestEnd = 10.0
  /// Bytes of memory that a server may hold: a line has 16 MiB at most, as much waits for a client, and a write is
  /// copied.
  private static let largestServer: Int64 = 128 << 20
  /// The same where calls are kept, whose lines have 16 MiB together, of the most that this is in memory.
  private static let largestHeavyServer: Int64 = 384 << 20
  /// Frames that are under way when the input is closed: as many as are answered in a moment.
  private static let framesUnderWay = 32
  /// Milliseconds within which a client is killed.
  private static let longestClient = 300
  /// A page: a pipe of Linux holds no less.
  private static let narrow: Int32 = 4_096

  let corpus: FrameCorpus
  let program: String
  let clientProgram: String
  let manners: ClientManners
  let seed: UInt64

  func play(frames: Int) throws -> FuzzReport {
    BrokenPipe.ignoreSignal()
    let scratch = try ScratchHome(prefix: "fuzz-")
    defer { scratch.killProcesses() }
    var report = FuzzReport()
    if manners.ending == .killed {
      try playKilled(scratch, &report)
    } else {
      try converse(scratch, frames: frames, &report)
    }
    let left = scratch.waitForProcesses(until: Self.latestEnd)
    if !left.isEmpty { report.violations.append("\(left.count) processes are left") }
    if report.largestServer > (manners.areHeavy ? Self.largestHeavyServer : Self.largestServer) {
      report.violations.append("it held \(report.largestServer) bytes")
    }
    report.violations += try problemsOfHome(scratch)
    report.violations = report.violations.map { "seed \(seed) (\(manners)): \($0)" }
    report.lives = 1
    report.endings[manners.ending] = 1
    return report
  }

  private static var latestEnd: MonotonicInstant {
    SystemClock.monotonic().advanced(bySeconds: longestEnd)
  }

  // MARK: A client in this process

  private func converse(_ scratch: borrowing ScratchHome, frames: Int, _ report: inout FuzzReport) throws {
    let (server, pipes) = try start(scratch)
    var client = HostileClient(pipes, manners, corpus, seed: seed)
    let training = manners.waits > 0 ? try client.startTraining() : nil
    try client.send(frames: frames)
    if manners.floods { try client.flood() }
    if manners.ending.readsToTheEnd { try client.settle() }
    if let training { try client.leaveOpen(manners.waits, on: training) }
    report.largestServer = MemoryFootprint.peak(of: server.pid) ?? 0
    try end(&client)
    let ending = server.waitForEnd(until: Self.latestEnd)
    if ending != .exited(code: 0) { client.note("the server ended as \(ending)") }
    report.frames = client.frames
    report.bytes = client.bytes
    report.replies = client.ledger.replies
    report.violations = client.ledger.violations
  }

  private func end(_ client: inout HostileClient) throws {
    switch manners.ending {
    case .settled:
      client.closeInput()
      try client.readToTheEnd(until: Self.latestEnd)
    case .halfClosed:
      try client.send(frames: Self.framesUnderWay)
      client.closeInput()
      try client.readToTheEnd(until: Self.latestEnd)
    case .midFrame:
      try client.send(frames: Self.framesUnderWay)
      try client.sendPart()
      client.closeInput()
      try client.readToTheEnd(until: Self.latestEnd)
    case .unread:
      client.closeInput()
    case .deaf:
      client.closeOutput()
      try client.goOn(until: Self.latestEnd)
    case .hungUp, .killed:
      try client.sendPart()
      client.closeOutput()
      client.closeInput()
    }
  }

  private func start(_ scratch: borrowing ScratchHome) throws -> (StartedServer, ServerPipes) {
    let toServer = try pipe()
    let fromServer = try pipe()
    let server = try StartedServer(
      try launch(scratch, isReadOnly: isReadOnly), input: toServer.reading, output: fromServer.writing)
    let input = try toServer.writing.duplicate()
    return (server, try ServerPipes(input: input, output: try fromServer.reading.duplicate()))
  }

  // MARK: A client that is killed

  private func playKilled(_ scratch: borrowing ScratchHome, _ report: inout FuzzReport) throws {
    let (server, client) = try startBoth(scratch)
    // Any moment will do: whatever it is doing then, its ends of the pipes go with it.
    var random = SeededGenerator(seed: ~seed)
    let moment = Double(Int.random(in: 0...Self.longestClient, using: &random)) / 1_000
    _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: moment))
    report.largestServer = MemoryFootprint.peak(of: server.pid) ?? 0
    if let entry = ProcessTable.entry(of: client) {
      ProcessTable.send(SystemSignal.kill, to: client, startedAt: entry.startTime)
    }
    let end = ChildProcess.wait(for: client)
    if end != .signalled(number: SystemSignal.kill) {
      report.violations.append("the client was not killed: \(end.map { "\($0)" } ?? "it was no child")")
    }
    let ending = server.waitForEnd(until: Self.latestEnd)
    if ending != .exited(code: 0) { report.violations.append("the server ended as \(ending)") }
  }

  private func startBoth(_ scratch: borrowing ScratchHome) throws -> (StartedServer, client: Int32) {
    let toServer = try pipe()
    let fromServer = try pipe()
    let server = try StartedServer(
      try launch(scratch, isReadOnly: isReadOnly), input: toServer.reading, output: fromServer.writing)
    let errors = try FileDescriptor.open("/dev/null", .appending)
    let client = try ChildProcess.launch(
      ProgramLaunch(
        path: clientProgram, arguments: [clientProgram] + KilledClient.arguments(manners, seed: seed),
        environment: .current,
        descriptors: [fromServer.reading.number, toServer.writing.number, errors.number]))
    return (server, client)
  }

  // MARK: Both

  private func pipe() throws -> Pipe {
    let pipe = try Pipe()
    // Where pipes cannot be made narrow they are as wide as they are.
    if manners.hasNarrowPipes { try? pipe.setCapacity(Self.narrow) }
    return pipe
  }

  private var isReadOnly: Bool { manners.waits == 0 && !seed.isMultiple(of: 4) }

  private func launch(_ scratch: borrowing ScratchHome, isReadOnly: Bool) throws -> ServerLaunch {
    ServerLaunch(
      program: program, arguments: ["serve", "--root", scratch.root] + (isReadOnly ? ["--read-only"] : []),
      environment: scratch.environment(over: .current), directory: scratch.root, errorFile: "/dev/null")
  }

  /// What another server finds wrong with what is left.
  private func problemsOfHome(_ scratch: borrowing ScratchHome) throws -> [String] {
    let client = AgentClient(try ServerProcess(try launch(scratch, isReadOnly: true)))
    do {
      try client.open(as: "fuzz")
      let list = try client.callTool("train_status", ["action": "list"])
      guard list["processes"] != nil else { return ["the home cannot be listed: \(list.text)"] }
      let alive = list["counts"]?["running"] ?? 0
      return alive == 0 ? [] : ["\(JSONWriter.text(alive)) trainings still run"]
    } catch {
      return ["the home cannot be read: \(error)"]
    }
  }
}
