import JSONRPC
import Platform
import StdioTransport
import Synchronization
import TestSupport
import Testing

/// One writer, whole frames, and nobody who hands one over ever waits.
@Suite(.timeLimit(.minutes(10))) struct FrameWriterTests {
  /// A frame of so many bytes, line end included, that tells its number and nothing else.
  private static func frame(_ number: Int, bytes: Int) -> [UInt8] {
    let head = Array("\(number):".utf8)
    return head + [UInt8](repeating: UInt8(ascii: "x"), count: bytes - head.count - 1) + [10]
  }

  /// A writer into a pipe, and the pipe's other end.
  private static func connect(
    onBroken: @escaping @Sendable (SystemError) -> Void = { Issue.record("broken: \($0)") }
  ) throws -> (reading: OpenFile, writer: FrameWriter) {
    let pipe = try Pipe()
    let writer = try FrameWriter(output: try pipe.writing.duplicate(), onBroken: onBroken)
    return (OpenFile(try pipe.reading.duplicate()), writer)
  }

  @Test func framesOfManySendersAreNeverTorn() async throws {
    let (reading, writer) = try Self.connect()
    try writer.start()
    // Nobody reads yet, so most of it is queued; the senders all come back.
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<200 { group.addTask { writer.send(Self.frame(number, bytes: 100_000)) } }
    }
    let bytes = try await onOwnThread {
      var bytes: [UInt8] = []
      while bytes.count < 200 * 100_000 { bytes += try reading.read() }
      return bytes
    }
    var numbers: Set<Int> = []
    for start in stride(from: 0, to: bytes.count, by: 100_000) {
      let frame = Array(bytes[start..<start + 100_000])
      let digits = String(decoding: frame.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      let number = try #require(Int(digits))
      #expect(frame == Self.frame(number, bytes: 100_000))
      numbers.insert(number)
    }
    #expect(numbers == Set(0..<200))
  }

  @Test func orderIsKeptWhetherAFrameGoesAtOnceOrWaits() async throws {
    let (reading, writer) = try Self.connect()
    try writer.start()
    // The reader takes them while they come, so that some go at once and others wait for the thread.
    async let taken = onOwnThread {
      var bytes: [UInt8] = []
      while bytes.count < 20_000 * 50 { bytes += try reading.read(limit: 5000) }
      return bytes
    }
    for number in 0..<20_000 { writer.send(Self.frame(number, bytes: 50)) }
    let bytes = try await taken
    let numbers = bytes.split(separator: 10).map {
      Int(String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self))
    }
    #expect(numbers == Array(0..<20_000))
  }

  @Test func whatCanBeDoneWithoutIsLeftOutWhenNobodyReads() async throws {
    let (reading, writer) = try Self.connect()
    // Without its thread nothing leaves the queue, so what is dropped does not depend on time.
    for number in 0..<30 { writer.send(Self.frame(number, bytes: 100_000)) }
    for _ in 0..<100 { writer.send(Array("progress\n".utf8), .whileRead) }
    writer.send(Array("last\n".utf8))
    try writer.start()
    let bytes = try await onOwnThread {
      var bytes: [UInt8] = []
      while !bytes.suffix(5).elementsEqual("last\n".utf8) { bytes += try reading.read() }
      return bytes
    }
    // Every frame that somebody waits for, and none of the others.
    #expect(bytes.count == 30 * 100_000 + 5)
  }

  @Test func aPeerThatDoesNotReadIsNoticedAndForgivenWhenItReads() async throws {
    let (reading, writer) = try Self.connect()
    let size = 1 << 20
    // Without its thread nothing leaves the queue.
    for number in 0..<8 { writer.send(Self.frame(number, bytes: size)) }
    #expect(!writer.isCongested, "a pipe has taken some of it")
    for number in 8..<20 { writer.send(Self.frame(number, bytes: size)) }
    #expect(writer.isCongested)
    try writer.start()
    let hasRoom = Mutex(false)
    async let waiting: Void = onOwnThread {
      writer.waitForRoom()
      hasRoom.withLock { $0 = true }
    }
    // What is with the thread waits as well, so nothing changes until somebody reads.
    #expect(writer.isCongested)
    try await onOwnThread {
      var count = 0
      while count < 11 << 20 { count += try reading.read().count }
      #expect(!hasRoom.withLock { $0 } || !writer.isCongested)
      while count < 20 << 20 { count += try reading.read().count }
    }
    try await waiting
    #expect(!writer.isCongested)
  }

  @Test func whoWaitsForRoomIsWokenWhenThePeerIsGone() async throws {
    BrokenPipe.ignoreSignal()
    let (reading, writer) = try Self.connect { _ in }
    for number in 0..<20 { writer.send(Self.frame(number, bytes: 1 << 20)) }
    try writer.start()
    async let waiting: Void = onOwnThread { writer.waitForRoom() }
    reading.close()
    try await waiting
    #expect(!writer.isCongested)
  }

  @Test func whoWaitsForRoomIsWokenAtTheEndOfInput() async throws {
    let (reading, writer) = try Self.connect()
    for number in 0..<20 { writer.send(Self.frame(number, bytes: 1 << 20)) }
    let pipe = try Pipe()
    let input = try pipe.reading.duplicate()
    // What is left there is no end, and no reason to wait either once the end is behind it.
    try pipe.writing.write([1])
    let number = input.number
    async let waiting: Void = onOwnThread { writer.waitForRoom(orEndOf: number) }
    _ = consume pipe
    try await waiting
    #expect(writer.isCongested, "nobody has read")
    withExtendedLifetime(reading) {}
    _ = consume input
  }

  @Test func whatIsEnoughOnceWaitsOnceAndIsNotLost() async throws {
    let (reading, writer) = try Self.connect()
    for number in 0..<30 { writer.send(Self.frame(number, bytes: 100_000)) }
    for _ in 0..<1_000 {
      writer.send(Array("a has changed\n".utf8), .once)
      writer.send(Array("b has changed\n".utf8), .once)
    }
    writer.send(Array("last\n".utf8))
    try writer.start()
    let bytes = try await onOwnThread {
      var bytes: [UInt8] = []
      while !bytes.suffix(5).elementsEqual("last\n".utf8) { bytes += try reading.read() }
      return bytes
    }
    #expect(
      String(decoding: bytes.dropFirst(30 * 100_000), as: UTF8.self)
        == "a has changed\nb has changed\nlast\n")
    // Once it is written, the next change is told.
    try await onOwnThread { writer.flush(until: SystemClock.monotonic().advanced(bySeconds: 30)) }
    writer.send(Array("a has changed\n".utf8), .once)
    #expect(
      String(decoding: try await onOwnThread { try reading.read() }, as: UTF8.self) == "a has changed\n")
  }

  @Test func flushReturnsWhenAllIsWritten() async throws {
    let (reading, writer) = try Self.connect()
    try writer.start()
    for number in 0..<20 { writer.send(Self.frame(number, bytes: 100_000)) }
    let read = Mutex(0)
    async let reader: Void = onOwnThread {
      while read.withLock({ $0 }) < 20 * 100_000 {
        let count = try reading.read().count
        read.withLock { $0 += count }
      }
    }
    try await onOwnThread { writer.flush(until: SystemClock.monotonic().advanced(bySeconds: 30)) }
    try await reader
    #expect(read.withLock { $0 } == 20 * 100_000)
  }

  @Test func flushGivesUpAtItsDeadline() async throws {
    let (reading, writer) = try Self.connect { _ in }
    try writer.start()
    writer.send(Self.frame(1, bytes: 10_000_000))
    try await onOwnThread { writer.flush(until: SystemClock.monotonic().advanced(bySeconds: 0.05)) }
    reading.close()
  }

  @Test func aClosedOutputIsToldOnce() async throws {
    BrokenPipe.ignoreSignal()
    let broken = Recorder<SystemError>()
    let (reading, writer) = try Self.connect { broken.record($0) }
    try writer.start()
    reading.close()
    for number in 0..<10 { writer.send(Self.frame(number, bytes: 1000)) }
    try await eventually("it is told") { broken.count > 0 }
    writer.send(Self.frame(11, bytes: 1000))
    try await onOwnThread { writer.flush(until: SystemClock.monotonic().advanced(bySeconds: 5)) }
    #expect(broken.all.map(\.kind) == [.noReader])
  }
}
