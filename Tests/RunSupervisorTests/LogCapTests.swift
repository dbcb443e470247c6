import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import RunSupervisor

/// The cap on real files: what is kept is where it was, and what is not is said first.
@Suite struct LogCapTests {
  private static let cap: Int64 = 1 << 20
  private static let start = MonotonicInstant(nanoseconds: 1_000_000_000)

  private func cap(_ directory: RunDirectory) -> LogCap {
    LogCap(directory: directory, maximumBytes: Self.cap, start: Self.start)
  }

  /// Lines of 20 bytes that say where they begin, from one offset to another.
  private func lines(from start: Int, to end: Int) -> [UInt8] {
    stride(from: start, to: end, by: 20).flatMap { offset in
      let digits = String(offset)
      return Array((String(repeating: "0", count: 19 - digits.count) + digits + "\n").utf8)
    }
  }

  private func append(_ bytes: [UInt8], to directory: RunDirectory) throws {
    try FileDescriptor.open(directory.logPath, .appending).write(bytes)
  }

  private func log(_ directory: RunDirectory, _ range: Range<Int64>) throws -> [UInt8] {
    try FileDescriptor.open(directory.logPath, .reading)
      .read(at: range.lowerBound, limit: Int(range.upperBound - range.lowerBound))
  }

  @Test func whatIsNotTooMuchIsLeftAlone() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      var cap = cap(directory)
      cap.look(at: Self.start)
      try append(lines(from: 0, to: 1_000_000), to: directory)
      cap.look(at: Self.start)
      #expect(cap.gap.isEmpty)
      #expect(try scratch.entries() == ["log"], "no record of nothing")
    }
  }

  @Test func headAndTailStayAndLinesAreWhole() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      var cap = cap(directory)
      let first = lines(from: 0, to: 3_000_000)
      try append(first, to: directory)
      cap.look(at: Self.start)
      let gap = try directory.logGap().dropped
      #expect(gap == cap.gap)
      #expect(gap.lowerBound == 262_160, "the first line that begins in or behind the first quarter")
      #expect(gap.upperBound == 2_475_720, "half of the cap before the end, from the next line on")
      #expect(try log(directory, 0..<gap.lowerBound) == Array(first[..<Int(gap.lowerBound)]))
      #expect(try log(directory, gap.upperBound..<3_000_000) == Array(first[Int(gap.upperBound)...]))
      #expect(try log(directory, gap).allSatisfy { $0 == 0 }, "nothing is left of what was dropped")

      try append(lines(from: 3_000_000, to: 3_100_000), to: directory)
      cap.look(at: Self.start)
      #expect(cap.gap == gap, "it is not cut anew for every line")
      try append(lines(from: 3_100_000, to: 4_000_000), to: directory)
      cap.look(at: Self.start)
      #expect(cap.gap == 262_160..<3_475_740)
      #expect(try directory.logGap() == LogGap(dropped: cap.gap))
      #expect(
        try log(directory, cap.gap.upperBound..<4_000_000)
          == lines(from: Int(cap.gap.upperBound), to: 4_000_000))
    }
  }

  @Test func aPlaceWhereALineBeginsStays() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      var cap = cap(directory)
      let line = Array(repeating: UInt8(ascii: "x"), count: 63) + [UInt8(ascii: "\n")]
      try append(Array((0..<(1 << 15)).map { _ in line }.joined()), to: directory)
      cap.look(at: Self.start)
      #expect(cap.gap == (1 << 18)..<(3 << 19))
    }
  }

  @Test func withoutLinesNoCharacterIsSplit() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      var cap = cap(directory)
      // Three bytes each, so that neither end of the gap lies between two by itself.
      let text = String(repeating: "☃", count: 1 << 20)
      try append(Array(text.utf8), to: directory)
      cap.look(at: Self.start)
      #expect(cap.gap.lowerBound == 262_146)
      #expect(String(validating: try log(directory, 0..<cap.gap.lowerBound), as: UTF8.self) != nil)
      #expect(String(validating: try log(directory, cap.gap.upperBound..<(3 << 20)), as: UTF8.self) != nil)
    }
  }

  @Test func whatIsDroppedIsSaidBeforeItGoes() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try append(lines(from: 0, to: 3_000_000), to: directory)
      var said: [LogGap] = []
      var cap = LogCap(directory: directory, maximumBytes: Self.cap, start: Self.start) {
        (log, range) throws(SystemError) in
        // A record that cannot be read is as good as none here.
        if let gap = try? directory.logGap() { said.append(gap) }
        try log.punchHole(range)
      }
      cap.look(at: Self.start)
      #expect(said == [LogGap(dropped: cap.gap)])
    }
  }

  @Test func whereNoHoleCanBeMadeNothingIsMissingAndThatIsSaid() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try append(lines(from: 0, to: 3_000_000), to: directory)
      var attempts = 0
      var cap = LogCap(directory: directory, maximumBytes: Self.cap, start: Self.start) {
        (_, _) throws(SystemError) in
        attempts += 1
        throw SystemError(call: "fallocate", code: Self.notSupported)
      }
      cap.look(at: Self.start)
      #expect(
        try directory.logGap() == LogGap(dropped: 0..<0, problem: "fallocate: Operation not supported"))
      #expect(cap.nextLook == nil, "there is no use in looking any more")
      cap.look(at: Self.start)
      cap.lookIfDue(at: Self.start.advanced(bySeconds: 100))
      #expect(attempts == 1)
    }
  }

  @Test func whatFailsForAMomentIsTriedAgain() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try append(lines(from: 0, to: 3_000_000), to: directory)
      var attempts = 0
      var cap = LogCap(directory: directory, maximumBytes: Self.cap, start: Self.start) {
        (log, range) throws(SystemError) in
        attempts += 1
        if attempts == 1 { throw SystemError(call: "fallocate", code: 28) }  // no space left
        try log.punchHole(range)
      }
      cap.look(at: Self.start)
      let said = try directory.logGap()
      #expect(!said.dropped.isEmpty && said.problem == nil, "a part of it may be gone")
      cap.look(at: try #require(cap.nextLook))
      #expect(attempts == 2)
      #expect(try directory.logGap() == said)
      #expect(try log(directory, said.dropped).allSatisfy { $0 == 0 })
      cap.look(at: Self.start)
      #expect(attempts == 2)
    }
  }

  @Test func aLogThatIsGoneIsNoEnd() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      var cap = cap(directory)
      cap.look(at: Self.start)
      #expect(cap.nextLook == Self.start.advanced(bySeconds: LogCapPlan.longestInterval))
      try append(lines(from: 0, to: 3_000_000), to: directory)
      cap.lookIfDue(at: Self.start.advanced(bySeconds: 29))
      #expect(cap.gap.isEmpty, "it is not due")
      cap.lookIfDue(at: Self.start.advanced(bySeconds: 30))
      #expect(!cap.gap.isEmpty)
    }
  }

  /// EOPNOTSUPP.
  private static let notSupported: Int32 = {
    #if os(Linux)
      95
    #else
      102
    #endif
  }()
}
