import JSON
import Platform
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A child has what it was given and nothing else, and how it ended is told as it was.
@Suite(.timeLimit(.minutes(10))) struct ChildProcessTests {
  private func shell(_ script: String) async throws -> Program.Output {
    try await Program.run(
      ProgramLaunch(path: "/bin/sh", arguments: ["sh", "-c", script], environment: .current, descriptors: []))
  }

  @Test(arguments: [0, 1, 7, 127, 255] as [Int32])
  func exitCodesAreTold(code: Int32) async throws {
    #expect(try await shell("exit \(code)").termination == .exited(code: code))
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGSEGV, SIGABRT, SIGHUP])
  func signalsAreTold(number: Int32) async throws {
    #expect(try await shell("ulimit -c 0; kill -\(number) $$").termination == .signalled(number: number))
  }

  @Test func whoIsNoChildIsNotWaitedFor() { #expect(ChildProcess.wait(for: 1) == nil) }

  /// What the program of fixtures says of itself.
  private func report(_ change: (inout ProgramLaunch) -> Void) async throws -> JSONValue {
    // By its path, so that it looks for its library there and not along a PATH that is not its own.
    let python = try Program.find("python3")
    var launch = ProgramLaunch(
      path: python,
      arguments: [python, Repository.path("fixtures/trainers/reports_descriptors.py")],
      environment: Environment(["PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1"]), descriptors: [])
    change(&launch)
    let output = try await Program.run(launch)
    #expect(output.termination == .exited(code: 0), "\(output.errorText)")
    return try JSONParser.parse(output.text)
  }

  @Test func nothingButTheGivenDescriptorsIsOpen() async throws {
    // One that close-on-exec would not keep from the child.
    let inheritable = dup(2)
    let high = fcntl(2, F_DUPFD, 900)
    defer { [inheritable, high].forEach { close($0) } }
    let report = try await report { _ in }
    #expect(report["descriptors"]?.object?.names.sorted() == ["0", "1", "2"])
  }

  @Test func descriptorsComeInTheGivenOrder() async throws {
    let null = try FileDescriptor.open("/dev/null", .reading)
    let third = try Pipe()
    let fourth = try Pipe()
    let pid = try Launching.start(
      ["sh", "-c", "echo three >&3; echo four >&4"],
      descriptors: [null.number, 2, 2, third.writing.number, fourth.writing.number])
    #expect(try await onOwnThread { ChildProcess.wait(for: pid) } == .exited(code: 0))
    #expect(try OpenFile(third.reading.duplicate()).read() == Array("three\n".utf8))
    #expect(try OpenFile(fourth.reading.duplicate()).read() == Array("four\n".utf8))
  }

  @Test func theEnvironmentIsExactlyTheGivenOne() async throws {
    let variables = ["A": "1", "B": "x=y", "EMPTY": "", "LINE": "ü b"]
    let launch = ProgramLaunch(
      path: try Program.find("env"), arguments: ["env"], environment: Environment(variables), descriptors: [])
    let output = try await Program.run(launch)
    #expect(output.text == "A=1\nB=x=y\nEMPTY=\nLINE=ü b\n")
  }

  @Test func argumentsArriveAsTheyAre() async throws {
    let arguments = ["", " ", "a b", "$HOME", "'\"", "ü\n", "*"]
    let output = try await Program.python(["-c", "import sys; print(ascii(sys.argv[1:]))"] + arguments)
    #expect(output.text == #"['', ' ', 'a b', '$HOME', '\'"', '\xfc\n', '*']"# + "\n")
  }

  @Test func itWorksInTheGivenDirectory() async throws {
    try await ScratchDirectory.with { scratch in
      let there = try await report { $0.directory = scratch.path }
      #expect(there["cwd"]?.string == scratch.path)
    }
    let here = try await report { _ in }
    #expect(here["cwd"]?.string == FileSystem.currentDirectory())
  }

  @Test func aSessionOfItsOwnIsMadeOnRequest() async throws {
    let own = try await report { $0.newSession = true }
    #expect(own["sid"] == own["pid"])
    #expect(own["pgid"] == own["pid"])
    let other = try await report { _ in }
    #expect(other["sid"]?.integer == Int64(getsid(0)))
  }

  /// In a process of its own: what is done with signals is done to all of it.
  @Test func whatTheParentDoesWithSignalsIsNotInherited() async {
    await #expect(processExitsWith: .success) {
      let pipe = try Pipe()
      for number in [SIGTERM, SIGINT, SIGHUP, SIGPIPE, SIGCHLD, SIGUSR1] { signal(number, SIG_IGN) }
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
      let pid = try Launching.start(
        ["python3", Repository.path("fixtures/trainers/reports_descriptors.py")],
        descriptors: [2, pipe.writing.number, 2])
      let report = try JSONParser.parse(try OpenFile(pipe.reading.duplicate()).read())
      #expect(report["pid"]?.integer == Int64(pid))
      #expect(report["signals"]?["ignored"] == [])
      #expect(report["signals"]?["blocked"] == [])
    }
  }

  #if os(Linux)
    /// Python ignores SIGPIPE itself, so the kernel is asked.
    @Test func noSignalAtAllIsIgnoredOrBlocked() async {
      await #expect(processExitsWith: .success) {
        let pipe = try Pipe()
        for number in 1...31 { signal(Int32(number), SIG_IGN) }
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        _ = try Launching.start(["cat", "/proc/self/status"], descriptors: [2, pipe.writing.number, 2])
        let status = String(decoding: try OpenFile(pipe.reading.duplicate()).read(), as: UTF8.self)
        func signals(_ field: String) -> UInt64? {
          status.split(separator: "\n").first { $0.hasPrefix(field) }
            .flatMap { UInt64($0.dropFirst(field.count + 2), radix: 16) }
        }
        #expect(signals("SigBlk") == 0)
        // All but 32 and 33, which the C library keeps for itself and lets nobody change.
        #expect(signals("SigIgn").map { $0 & 0xFFFF_FFFE_7FFF_FFFF } == 0)
      }
    }
  #endif

  @Test func childrenAreReapedOneByOneAndOrphansToo() async {
    await #expect(processExitsWith: .success) {
      #expect(ChildProcess.reapAny() == .noChildren)
      let isReaper = ChildProcess.adoptOrphans()
      // The grandchild ends only after its parent.
      let pid = try Launching.start([
        "sh", "-c", "(while kill -0 $$ 2>/dev/null; do :; done; exit 3) & exit 4",
      ])
      var reaped: [ChildProcess.Reaped] = []
      try await eventually("nobody is left") {
        let next = ChildProcess.reapAny()
        if case .child = next { reaped.append(next) }
        return next == .noChildren
      }
      #expect(reaped.first == .child(pid: pid, .exited(code: 4)))
      #expect(reaped.count == (isReaper ? 2 : 1))
      #expect(ChildProcess.usage().maximumResidentBytes > 100_000)
    }
  }
}
