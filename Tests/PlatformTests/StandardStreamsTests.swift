import Platform
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Nothing but frames reaches standard output; each test in a process of its own.
@Suite(.timeLimit(.minutes(10))) struct StandardStreamsTests {
  @Test func aStrayPrintGoesToStandardError() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let output = try StandardStreams.claimOutput()
      print("stray")
      fflush(nil)
      try output.write(Array("frame\n".utf8))
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    let errors = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains("frame\n"))
    #expect(!output.contains("stray"))
    #expect(errors.contains("stray\n"))
  }

  @Test func standardInputIsEmptyOnceItIsClaimed() async {
    await #expect(processExitsWith: .success) {
      let pipe = try Pipe()
      dup2(pipe.reading.number, 0)
      let input = try StandardStreams.claimInput()
      try pipe.writing.write([65, 66])
      var buffer = [UInt8](repeating: 0, count: 10)
      #expect(read(0, &buffer, 10) == 0)
      #expect(try buffer.withUnsafeMutableBytes { try input.read(into: $0) } == 2)
    }
  }

  @Test func closedStreamsAreOpenedSoThatNoFileBecomesOne() async {
    await #expect(processExitsWith: .success) {
      close(0)
      close(2)
      StandardStreams.ensureOpen()
      for number in [0, 2] as [Int32] { #expect(fcntl(number, F_GETFD) >= 0) }
      let next = try FileDescriptor.open("/dev/null", .reading)
      #expect(next.number > 2)
    }
  }

  @Test func aFullStandardErrorStallsNobody() async {
    await #expect(processExitsWith: .success) {
      let pipe = try Pipe()
      dup2(pipe.writing.number, 2)
      for _ in 0..<1000 { StandardStreams.complain(String(repeating: "x", count: 1000)) }
      // Not to the end of the body: what the tests themselves say would wait for room.
      extendLifetime(pipe)
      exit(0)
    }
  }
}
