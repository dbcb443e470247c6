package import Platform

/// Plays transcripts, each against a server that is started for it in surroundings of its own.
package struct TranscriptPlayer: Sendable {
  /// The program and what comes before the arguments of a transcript.
  private let command: [String]
  private let environment: Environment
  private let timeout: Double

  /// - Parameters:
  ///   - command: the server, such as `["/usr/bin/signalbox", "serve"]`.
  ///   - timeout: seconds that each reply, and the end of the server, may take.
  package init(command: [String], environment: Environment, timeout: Double = 60) {
    self.command = command
    self.environment = environment
    self.timeout = timeout
  }

  /// Plays one.
  ///
  /// - Parameter path: the file of the transcript, for `{{trainers}}`.
  /// - Throws: `ServerError.cannotStart`, `SystemError`; what goes wrong later is a finding.
  package func play(_ transcript: Transcript, path: String) throws -> ReplayOutcome {
    let scratch = try ScratchHome(prefix: "signalbox-replay.")
    let bindings = Bindings([
      "home": scratch.home, "root": scratch.root, "trainers": Self.trainers(beside: path),
      "python": ProgramSearch.path(of: "python3", in: environment) ?? "python3",
    ])
    // A recording does not say which directories its server allowed, so all are.
    let arguments = (transcript.arguments ?? ["--root", "/"]).map(bindings.fill)
    let directory = transcript.directory.map(bindings.fill) ?? scratch.root
    let server = try ServerProcess(
      ServerLaunch(
        program: command[0], arguments: command.dropFirst() + arguments,
        environment: scratch.environment(over: environment), directory: directory))
    var replay = Replay(
      transcript, server: server, timeout: timeout,
      comparison: MessageComparison(
        bindings: bindings, directory: FileSystem.resolve(directory) ?? directory))
    replay.run()
    let leftovers = leftProcesses(in: scratch, mayOutlive: transcript.startsDetachedRuns)
    return replay.outcome(leftovers: leftovers)
  }

  /// The names of processes that are left although nothing should be; they are ended.
  private func leftProcesses(in scratch: borrowing ScratchHome, mayOutlive: Bool) -> [String] {
    let patience = mayOutlive ? 0 : Replay.patience
    let left = scratch.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: patience))
    guard !left.isEmpty else { return [] }
    scratch.killProcesses()
    // Their files cannot be removed before they are gone.
    _ = scratch.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: 5))
    return mayOutlive ? [] : left.map(\.name)
  }

  private static func trainers(beside path: String) -> String {
    let directory = FileSystem.parent(of: FileSystem.resolve(path) ?? path)
    return FileSystem.parent(of: directory) + "/trainers"
  }
}
