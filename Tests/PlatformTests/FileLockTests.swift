import Platform
import TestSupport
import Testing

/// The lock says who lives.
@Suite(.timeLimit(.minutes(10))) struct FileLockTests {
  /// A child that another test starts at this moment has the lock, too, until it has become its program.
  private func released(_ path: String) async throws {
    try await eventually("the lock is free") { try !FileLock.isHeld(path: path) }
  }

  @Test func theSecondTakerIsRefusedUntilTheFirstLetsGo() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("lock")
      #expect(try !FileLock.isHeld(path: path))
      #expect(try scratch.entries().isEmpty, "looking makes no file")
      let first = try FileLock(path: path)
      #expect(try FileLock.isHeld(path: path))
      #expect(throws: SystemError.self) { _ = try FileLock(path: path) }
      do throws(SystemError) { _ = try FileLock(path: path) } catch {
        #expect(error.kind == .wouldBlock)
        #expect(error.path == path)
      }
      #expect(try FileLock.isHeld(path: path), "looking and failing take nothing away")
      _ = consume first
      try await released(path)
      _ = try FileLock(path: path)
    }
  }

  @Test func itGoesWithTheProcessThatHeldIt() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("lock")
      let (pid, line) = try await Launching.startPython(
        """
        import fcntl, time
        file = open("\(path)", "a")
        fcntl.flock(file, fcntl.LOCK_EX)
        print("held", flush=True)
        time.sleep(600)
        """)
      #expect(line == "held")
      #expect(try FileLock.isHeld(path: path))
      #expect(throws: SystemError.self) { _ = try FileLock(path: path) }
      try await Launching.end(pid)
      try await released(path)
      _ = try FileLock(path: path)
    }
  }

  @Test func whatCannotBeToldIsNoAnswer() async throws {
    try await ScratchDirectory.with { scratch in
      // A path through a file: neither there nor missing.
      let path = try scratch.write("file", "") + "/lock"
      #expect(throws: SystemError.self) { _ = try FileLock.isHeld(path: path) }
    }
  }

  @Test func itIsHandedOverWithItsDescriptor() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("lock")
      let lock = try FileLock(path: path)
      let null = try FileDescriptor.open("/dev/null", .reading)
      let descriptors = [null.number, null.number, null.number, lock.number]
      let pid = try Launching.start(["sleep", "600"], descriptors: descriptors)
      _ = consume lock
      #expect(try FileLock.isHeld(path: path))
      try await Launching.end(pid)
      try await released(path)
    }
  }

  @Test func aChildDoesNotHoldItOn() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("lock")
      let lock = try FileLock(path: path)
      let pid = try Launching.start(["sleep", "600"])
      _ = consume lock
      try await released(path)
      try await Launching.end(pid)
    }
  }
}
