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

/// Open files: owned once, never inherited by accident.
@Suite(.timeLimit(.minutes(10))) struct FileDescriptorTests {
  @Test func everyWayToGetOneSetsCloseOnExec() async throws {
    func isClosedOnExec(_ number: Int32) -> Bool { fcntl(number, F_GETFD) & FD_CLOEXEC != 0 }
    try await ScratchDirectory.with { scratch in
      let file = try FileDescriptor.open(scratch.path("file"), .replacing)
      let copy = try file.duplicate()
      let pipe = try Pipe()
      let wake = try WakeEvent()
      let watcher = try FileWatcher()
      for number in [
        file.number, copy.number, pipe.reading.number, pipe.writing.number, wake.descriptor,
        watcher.descriptor,
      ] {
        #expect(isClosedOnExec(number))
      }
      #expect(copy.number > 2)
    }
  }

  @Test func modesDoWhatTheySay() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("file")
      try FileDescriptor.open(path, .appending).write(Array("one".utf8))
      try FileDescriptor.open(path, .appending).write(Array("two".utf8))
      #expect(try FileSystem.read(path) == Array("onetwo".utf8))
      try FileDescriptor.open(path, .replacing).write(Array("x".utf8))
      #expect(try FileSystem.read(path) == Array("x".utf8))
      #expect(throws: SystemError.self) { _ = try FileDescriptor.open(scratch.path("none"), .reading) }
    }
  }

  @Test func piecesAreReadByTheirPlace() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("file", "0123456789")
      let file = try FileDescriptor.open(path, .reading)
      #expect(try file.size() == 10)
      #expect(try file.read(at: 3, limit: 4) == Array("3456".utf8))
      #expect(try file.read(at: 8, limit: 4) == Array("89".utf8))
      #expect(try file.read(at: 10, limit: 4).isEmpty)
      #expect(try file.read(at: 0, limit: 0).isEmpty)
      #expect(throws: SystemError.self) { try file.read(at: -1, limit: 1) }
    }
  }

  @Test func whoDoesNotBlockWritesWhatGoes() throws {
    let pipe = try Pipe()
    try pipe.writing.setNonBlocking()
    #if os(Linux)
      try pipe.setCapacity(4_096)
      let bytes = [UInt8](repeating: 7, count: 5_000)
      #expect(try pipe.writing.writeSome(bytes[...]) == 4_096)
    #else
      let bytes = [UInt8](repeating: 7, count: 1 << 20)
      #expect(try pipe.writing.writeSome(bytes[...]) > 0)
    #endif
    while try pipe.writing.writeSome(bytes[...]) > 0 {}
    #expect(try pipe.writing.writeSome(bytes[...]) == 0)
  }

  @Test func whoWritesToNobodyIsTold() throws {
    BrokenPipe.ignoreSignal()
    let pipe = try Pipe()
    let writing = try pipe.writing.duplicate()
    _ = consume pipe
    #expect(throws: SystemError.self) { try writing.writeSome([1]) }
  }

  @Test func aFIFOHasAWriterOnlyWhileSomebodyReads() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("fifo")
      try FileSystem.makeFIFO(path)
      let refused = #expect(throws: SystemError.self) { _ = try FileDescriptor.open(path, .fifoWriter) }
      #expect(refused?.kind == .noReader)
      let owner = try FileDescriptor.open(path, .fifoOwner)
      try FileDescriptor.open(path, .fifoWriter).write(Array("hello\n".utf8))
      #expect(try OpenFile(owner.duplicate()).read() == Array("hello\n".utf8))
      // The last writer is gone, and that is no end.
      let empty = #expect(throws: SystemError.self) { try OpenFile(owner.duplicate()).read() }
      #expect(empty?.kind == .wouldBlock)
    }
  }

  @Test func aHoleIsPassedOver() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("sparse")
      let number = open(path, O_RDWR | O_CREAT, 0o600)
      let file = FileDescriptor(owning: number)
      #expect(lseek(number, 1 << 20, SEEK_SET) == 1 << 20)
      try file.write([1])
      let next = try file.nextData(from: 0)
      // A file system without holes says 0.
      #expect(next == 0 || next == 1 << 20)
      #expect(try file.nextData(from: 1 << 20) == 1 << 20)
      #expect(try file.nextData(from: (1 << 20) + 1) == (1 << 20) + 1)
    }
  }

  @Test func aHoleGivesSpaceBackAndMovesNothing() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("file")
      let bytes = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 / 4096 + 1) }
      try FileDescriptor.open(path, .replacing).write(bytes)
      let before = try Self.allocatedBytes(path)
      let file = try FileDescriptor.open(path, .updating)
      // Neither end lies on a block of the file system.
      try file.punchHole(100_001..<900_001)
      #expect(try file.size() == 1 << 20)
      #expect(try file.read(at: 0, limit: 100_001) == Array(bytes[..<100_001]))
      #expect(try file.read(at: 900_001, limit: 1 << 20) == Array(bytes[900_001...]))
      #expect(try file.read(at: 200_000, limit: 600_000).allSatisfy { $0 == 0 })
      #expect(try Self.allocatedBytes(path) <= before - 700_000)
      // Again and further, as a log goes on.
      try file.punchHole(100_001..<1_000_000)
      #expect(try file.read(at: 1_000_000, limit: 1) == [bytes[1_000_000]])
      try file.punchHole(5..<5)
      #expect(try file.read(at: 5, limit: 1) == [bytes[5]], "an empty hole is none")
    }
  }

  #if os(Linux)
    @Test func whereNoHoleCanBeItIsSaid() throws {
      // Files of the kernel can be written and have no blocks.
      let file = try FileDescriptor.open("/proc/self/oom_score_adj", .updating)
      let error = #expect(throws: SystemError.self) { try file.punchHole(0..<1) }
      #expect(error?.kind == .unsupported)
    }
  #endif

  @Test func aHoleNeedsAFileThatMayBeWritten() async throws {
    try await ScratchDirectory.with { scratch in
      let file = try FileDescriptor.open(try scratch.write("file", "text"), .reading)
      let error = #expect(throws: SystemError.self) { try file.punchHole(0..<4) }
      #expect(error?.kind != .unsupported)
      #expect(throws: SystemError.self) { _ = try FileDescriptor.open(scratch.path("none"), .updating) }
      #expect(try scratch.entries() == ["file"], "nothing is made by that")
    }
  }

  private static func allocatedBytes(_ path: String) throws -> Int64 {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return Int64(status.st_blocks) * 512
  }

  @Test func aClosedReaderIsAnErrorOfTheWrite() throws {
    BrokenPipe.ignoreSignal()
    let pipe = try Pipe()
    let writing = try pipe.writing.duplicate()
    _ = consume pipe
    let error = try #require(throws: SystemError.self) { try writing.write([1]) }
    #expect(error.kind == .noReader)
    #expect(error.description == "write: Broken pipe")
  }

  @Test func whatIsGivenAwayIsNotClosed() throws {
    let number = try FileDescriptor.open("/dev/null", .reading).release()
    #expect(fcntl(number, F_GETFD) >= 0)
    #expect(close(number) == 0)
  }
}
