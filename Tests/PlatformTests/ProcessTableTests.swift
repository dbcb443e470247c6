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

/// Processes as the system lists them, and signals that hit the one that was meant.
@Suite(.timeLimit(.minutes(10))) struct ProcessTableTests {
  @Test func thisProcessIsListed() throws {
    let own = try #require(ProcessTable.entry(of: ProcessTable.ownPID))
    #expect(own.pid == getpid())
    #expect(own.parent == getppid())
    #expect(own.session == getsid(0))
    #expect(!own.isZombie)
    #expect(own.startTime > 0)
    #expect(ProcessTable.entry(of: getpid())?.startTime == own.startTime)
    #expect(ProcessTable.all().contains { $0.pid == own.pid && $0.startTime == own.startTime })
    #expect(ProcessTable.entry(of: 0x7FFF_FFF0) == nil)
  }

  @Test func descendantsIncludeThoseWithASessionOfTheirOwn() async throws {
    let (pid, line) = try await Launching.startPython(
      """
      import os, time
      reading, writing = os.pipe()
      if os.fork() == 0:
          os.setsid()
          grandchild = os.fork()
          if grandchild != 0: os.write(writing, b"%d %d" % (os.getpid(), grandchild))
          time.sleep(600)
      print(os.read(reading, 100).decode(), flush=True)
      time.sleep(600)
      """)
    let others = line.split(separator: " ").compactMap { Int32($0) }
    try #require(others.count == 2)
    let descendants = ProcessTable.descendants(of: getpid())
    #expect(Set([pid] + others).isSubset(of: descendants.map(\.pid)))
    #expect(Set(ProcessTable.descendants(of: pid).map(\.pid)) == Set(others))
    #expect(descendants.first { $0.pid == others[0] }?.session == others[0])
    #expect(descendants.first { $0.pid == others[1] }?.parent == others[0])
    for entry in ProcessTable.descendants(of: pid) {
      #expect(ProcessTable.send(SIGKILL, to: entry.pid, startedAt: entry.startTime))
    }
    try await eventually("they are gone") { ProcessTable.descendants(of: pid).isEmpty }
    try await Launching.end(pid)
  }

  @Test func whoHasEndedAndWaitsIsNoDescendant() async throws {
    let pid = try Launching.start(["true"])
    try await eventually("it has ended") { ProcessTable.entry(of: pid)?.isZombie == true }
    #expect(!ProcessTable.descendants(of: getpid()).contains { $0.pid == pid })
    #expect(try await onOwnThread { ChildProcess.wait(for: pid) } == .exited(code: 0))
    #expect(ProcessTable.entry(of: pid) == nil)
  }

  @Test func aPidThatWasGivenAwayIsNotHit() async throws {
    let pid = try Launching.start(["sleep", "600"])
    let entry = try #require(ProcessTable.entry(of: pid))
    // As if the process that was meant had ended and another had got its pid.
    #expect(!ProcessTable.send(SIGKILL, to: pid, startedAt: entry.startTime - 1))
    #expect(!ProcessTable.send(SIGKILL, to: pid, startedAt: entry.startTime + 1))
    #expect(ProcessTable.entry(of: pid) == entry)
    #expect(ProcessTable.send(SIGTERM, to: pid, startedAt: entry.startTime))
    #expect(try await onOwnThread { ChildProcess.wait(for: pid) } == .signalled(number: SIGTERM))
    #expect(!ProcessTable.send(SIGKILL, to: pid, startedAt: entry.startTime))
  }

  /// What a process calls itself must not hide it: it could not be stopped.
  @Test(arguments: ["a b", "a) R 1", "((", ")", "e\u{301}", "\u{301}sleep", "sleep\u{600}", "\u{200D}"])
  func anyNameIsListed(name: String) async throws {
    try await ScratchDirectory.with { scratch in
      // On Linux the name of a script is the name of its process.
      let path = try scratch.write(name, "#!/bin/sh\nread line\n")
      #expect(chmod(path, 0o700) == 0)
      let pipe = try Pipe()
      let pid = try Launching.start([path], descriptors: [pipe.reading.number, 2, 2])
      let entry = ProcessTable.entry(of: pid)
      #if os(Linux)
        #expect(entry?.name.utf8.elementsEqual(name.utf8) == true)
      #endif
      #expect(entry?.parent == getpid())
      #expect(ProcessTable.descendants(of: getpid()).contains { $0.pid == pid })
      try await Launching.end(pid)
      extendLifetime(pipe)
    }
  }

  #if os(Linux)
    @Test func aVariableIsFoundBehindManyOthers() async throws {
      var variables = ["SIGNALBOX_TEST": "\(getpid())", "Z": String(repeating: "z", count: 10_000)]
      variables["A"] = String(repeating: "a", count: 20_000)
      let pid = try Launching.start(["sleep", "600"], environment: Environment(variables))
      #expect(ProcessTable.carrying("SIGNALBOX_TEST", "\(getpid())").map(\.pid) == [pid])
      #expect(ProcessTable.carrying("SIGNALBOX_TES", "T=\(getpid())").isEmpty)
      #expect(ProcessTable.carrying("SIGNALBOX_TEST", "").isEmpty)
      try await Launching.end(pid)
    }
  #endif

  @Test func theEndOfAProcessIsTold() async throws {
    let pid = try Launching.start(["sleep", "600"])
    let entry = try #require(ProcessTable.entry(of: pid))
    let isUnwatched = ProcessWatch(pid: pid, startTime: entry.startTime + 1) == nil
    #expect(isUnwatched)
    guard let watch = ProcessWatch(pid: pid, startTime: entry.startTime) else {
      Issue.record("not watched")
      return
    }
    #expect(try Poll.readable([watch.descriptor], until: SystemClock.monotonic()).isEmpty)
    #expect(ProcessTable.send(SIGKILL, to: pid, startedAt: entry.startTime))
    let number = watch.descriptor
    let ready = try await onOwnThread {
      try Poll.readable([number], until: SystemClock.monotonic().advanced(bySeconds: 20))
    }
    #expect(ready == [0])
    extendLifetime(watch)
    try await Launching.end(pid)
    let isGone = ProcessWatch(pid: pid, startTime: entry.startTime) == nil
    #expect(isGone)
  }
}
