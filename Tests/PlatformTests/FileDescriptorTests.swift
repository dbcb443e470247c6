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
@Suite(.timeLimit(.minutes(1))) struct FileDescriptorTests {
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
