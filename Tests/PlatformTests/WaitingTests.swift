import Platform
import TestSupport
import Testing

/// Clocks, poll(2) and wake-ups.
@Suite(.timeLimit(.minutes(10))) struct WaitingTests {
  @Test func theDeadlineIsKeptAndNothingComesBeforeIt() throws {
    let pipe = try Pipe()
    let deadline = SystemClock.monotonic().advanced(bySeconds: 0.0105)
    #expect(try Poll.readable([pipe.reading.number], until: deadline).isEmpty)
    #expect(SystemClock.monotonic() >= deadline)
    #expect(try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: -1)).isEmpty)
  }

  @Test func whatIsReadyIsToldByItsPlace() throws {
    let empty = try Pipe()
    let full = try Pipe()
    try full.writing.write([1])
    let numbers = [empty.reading.number, full.reading.number]
    #expect(try Poll.readable(numbers, until: nil) == [1])
    try empty.writing.write([1])
    #expect(try Poll.readable(numbers, until: nil) == [0, 1])
  }

  @Test func aPipeIsWaitedForFromBothSides() throws {
    let empty = try Pipe()
    let full = try Pipe()
    try full.writing.setNonBlocking()
    let flood = [UInt8](repeating: 1, count: 1 << 16)
    while try full.writing.writeSome(flood[...]) > 0 {}
    let interests: [Poll.Interest] = [
      .reading(empty.reading.number), .writing(empty.writing.number), .reading(full.reading.number),
      .writing(full.writing.number),
    ]
    #expect(try Poll.ready(interests, until: nil) == [1, 2])
  }

  @Test func theEndOfAPipeIsReadiness() throws {
    let pipe = try Pipe()
    let reading = try pipe.reading.duplicate()
    _ = consume pipe
    #expect(try Poll.readable([reading.number], until: nil) == [0])
  }

  @Test func aWakeUpLastsUntilItIsTaken() async throws {
    let wake = try WakeEvent()
    func isReady() throws -> Bool {
      try !Poll.readable([wake.descriptor], until: SystemClock.monotonic()).isEmpty
    }
    #expect(try !isReady())
    for _ in 0..<100_000 { wake.signal() }
    #expect(try isReady())
    #expect(try isReady())
    wake.clear()
    #expect(try !isReady())
    wake.clear()
    wake.signal()
    #expect(try isReady())
  }

  @Test func instantsCountSecondsAndNeverOverflow() {
    let zero = MonotonicInstant(nanoseconds: 0)
    #expect(zero.advanced(bySeconds: 1.5).nanoseconds == 1_500_000_000)
    #expect(zero.advanced(bySeconds: -0.25).nanoseconds == -250_000_000)
    #expect(zero.advanced(bySeconds: 1.5).seconds(since: zero) == 1.5)
    #expect(zero.advanced(bySeconds: 1e300) > zero.advanced(bySeconds: 1e9))
    #expect(MonotonicInstant(nanoseconds: .max).advanced(bySeconds: 1).nanoseconds == .max)
    #expect(SystemClock.monotonic() <= SystemClock.monotonic())
    // 2025 or later.
    #expect(SystemClock.wallNanoseconds() > 1_735_689_600_000_000_000)
  }
}
