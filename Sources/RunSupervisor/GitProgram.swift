internal import Platform

/// The system's git, asked about a repository that nobody vouches for: it runs nothing that the repository names,
/// takes no lock, changes nothing, asks nobody, and is gone in time.
struct GitProgram {
  /// Why there is no answer.
  enum Problem: Error {
    /// git is not there, failed, or does not read this repository, for instance because it is somebody else's.
    case refused
    /// There was more to say than is read.
    case tooMuch
    /// It took longer than is waited for.
    case late
  }

  /// Bytes of an answer that are read.
  private static let maximumOutput = 4 << 20

  private let program: String
  private let environment: Environment
  private let deadline: MonotonicInstant
  /// What is set over the configuration: `name=value`.
  private var settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never", "core.untrackedCache=false",
  ]

  /// - Parameters:
  ///   - inherited: gives PATH, and HOME for the person's own configuration, which says whose repositories are safe.
  ///   - deadline: of all answers together.
  init?(inherited: Environment, deadline: MonotonicInstant) {
    guard let program = ProgramSearch.path(of: "git", in: inherited) else { return nil }
    self.program = program
    self.deadline = deadline
    var environment = Environment([
      "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
      "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C",
    ])
    // Nothing else: `GIT_DIR` of whoever started the server would lead to another repository.
    for name in ["PATH", "HOME", "XDG_CONFIG_HOME"] { environment[name] = inherited[name] }
    self.environment = environment
  }

  /// Takes the programs out of play through which a repository has files read (`filter.*`); they would run where a
  /// file may have been changed.
  mutating func disarm(in directory: String) throws(Problem) {
    // 1: there are none.
    let names = try texts(
      ["config", "-z", "--name-only", "--get-regexp", "^filter[.]"], in: directory, allowing: 1)
    for name in Set(names) {
      // What a setting is called ends at the first equals sign, so this one could not be set.
      guard !name.utf8.contains(UInt8(ascii: "=")) else { throw .refused }
      settings.append(name.hasSuffix(".required") ? "\(name)=false" : "\(name)=")
    }
  }

  /// The pieces of an answer that ends each with a zero byte.
  ///
  /// - Parameter code: an exit code, besides 0, that is no failure.
  func texts(_ arguments: [String], in directory: String, allowing code: Int32 = 0) throws(Problem)
    -> [String]
  {
    try answer(arguments, in: directory, allowing: code).split(separator: 0).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The lines of an answer.
  func lines(_ arguments: [String], in directory: String) throws(Problem) -> [String] {
    try answer(arguments, in: directory, allowing: 0).split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func answer(
    _ arguments: [String], in directory: String, allowing code: Int32
  ) throws(Problem) -> [UInt8] {
    let launched: (pid: Int32, output: Int32)
    do {
      launched = try launch(arguments, in: directory)
    } catch {
      throw .refused
    }
    let output = FileDescriptor(owning: launched.output)
    let bytes: [UInt8]
    do throws(Problem) { bytes = try read(output) } catch {
      if let process = ProcessTable.entry(of: launched.pid) {
        ProcessTable.send(SystemSignal.kill, to: process.pid, startedAt: process.startTime)
      }
      _ = ChildProcess.wait(for: launched.pid)
      throw error
    }
    guard case .exited(let end)? = ChildProcess.wait(for: launched.pid), end == 0 || end == code else {
      throw .refused
    }
    return bytes
  }

  private func launch(_ arguments: [String], in directory: String) throws -> (pid: Int32, output: Int32) {
    let output = try Pipe()
    let null = try FileDescriptor.open("/dev/null", .updating)
    let options = ["--no-optional-locks", "--no-pager"] + settings.flatMap { ["-c", $0] }
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: program, arguments: ["git"] + options + arguments, environment: environment,
        directory: directory, descriptors: [null.number, output.writing.number, null.number],
        newSession: true, diesWithParent: true))
    return (pid, try output.reading.duplicate().release())
  }

  private func read(_ output: borrowing FileDescriptor) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.maximumOutput {
      guard SystemClock.monotonic() < deadline else { throw .late }
      // A pipe that cannot be waited for or read gives no answer.
      guard let ready = try? Poll.readable([output.number], until: deadline) else { throw .refused }
      if ready.isEmpty { continue }
      // As above.
      guard let count = buffer.withUnsafeMutableBytes({ try? output.read(into: $0) }) else { throw .refused }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw .tooMuch
  }
}
