import LogReading
import Platform
import RunHistory
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Reading a log of which the middle was dropped, or is being dropped.
@Suite struct CappedLogTests {
  private static let cap: Int64 = 256 << 10

  private func text(_ part: LogPager.Part) -> String { String(decoding: part.content, as: UTF8.self) }

  /// A log of 800 000 bytes in lines of 20 that say where they begin, cut to its cap.
  private func cutLog(_ scratch: ScratchDirectory) throws -> CappedLog {
    var log = try CappedLog(in: scratch, maximumBytes: Self.cap)
    try log.append(
      stride(from: 0, to: 800_000, by: 20).map { offset in
        let digits = String(offset)
        return "line " + String(repeating: "0", count: 14 - digits.count) + digits + "\n"
      }.joined())
    log.drop()
    return log
  }

  // MARK: Every byte once

  /// Follows `next_offset` through a log that grows and is cut while it is read.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyByteThatIsNotMissingIsReadOnce(seed: UInt64) async throws {
    try await ScratchDirectory.with { scratch in
      var generator = SeededGenerator(seed: seed)
      let cap = Int64.random(in: 4096...(1 << 18), using: &generator)
      var log = try CappedLog(in: scratch, maximumBytes: cap)
      let longest = Int.random(in: 1...5000, using: &generator)
      var offset: Int64 = 0
      for _ in 0..<40 {
        let goal = log.size + Int64.random(in: 0...(cap * 3 / 2), using: &generator)
        var addition: [UInt8] = []
        while log.size + Int64(addition.count) < goal {
          addition += Self.line(length: Int.random(in: 0...longest, using: &generator), using: &generator)
        }
        try log.append(addition)
        if Bool.random(using: &generator) { log.drop() }
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          try readOn(log, from: &offset, Int.random(in: 256...40_000, using: &generator), isComplete: false)
        }
      }
      log.drop()
      while offset < log.size { try readOn(log, from: &offset, 40_000, isComplete: true) }
      #expect(offset == log.size)
      #expect(try !log.missing.isEmpty)
    }
  }

  /// Reads one page, which must be what was written, or must say that nothing of it is there.
  private func readOn(
    _ log: CappedLog, from offset: inout Int64, _ maximumBytes: Int, isComplete: Bool
  ) throws {
    let request = LogRequest(start: .offset(offset), maximumBytes: maximumBytes, isRaw: true)
    let part = try log.part(request, isComplete: isComplete)
    let missing = try log.missing
    #expect(part.start == offset)
    #expect(part.next > offset || offset == log.size, "reading must go on")
    #expect(part.content.count <= maximumBytes)
    if missing.contains(offset) {
      #expect(part.content.isEmpty && part.next == missing.upperBound && part.dropped == missing)
    } else {
      #expect(part.content == log.written(offset..<part.next))
      #expect(!missing.overlaps(offset..<part.next))
      #expect(part.dropped == (missing.contains(part.next) ? missing : nil))
    }
    try #require(part.next >= offset)
    offset = part.next
  }

  private static func line(length: Int, using generator: inout SeededGenerator) -> [UInt8] {
    let characters = ["a", "é", "☃", "🚂"]
    let character = characters[Int.random(in: 0..<characters.count, using: &generator)]
    return Array((String(repeating: character, count: length) + "\n").utf8)
  }

  @Test func whatIsDroppedWhileItIsReadIsReadAgain() async throws {
    try await ScratchDirectory.with { scratch in
      var log = try CappedLog(in: scratch, maximumBytes: Self.cap)
      try log.append(String(repeating: "a line of 20 bytes..\n", count: 50_000))
      var attempts = 0
      let (missing, bytes) = try log.log.read { missing in
        attempts += 1
        if attempts == 1 { log.drop() }
        let middle = missing.isEmpty ? 500_000 : missing.upperBound
        return (missing, try FileDescriptor.open(log.log.path, .reading).read(at: middle, limit: 1000))
      }
      #expect(attempts == 2)
      #expect(try missing == log.missing)
      #expect(bytes.count == 1000 && !bytes.contains(0))
    }
  }

  @Test func whatNeverStaysIsAnError() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try CappedLog(in: scratch, maximumBytes: Self.cap)
      var attempts: Int64 = 0
      #expect(throws: RunLog.KeepsChanging.self) {
        try log.log.read { _ in
          attempts += 1
          try log.directory.write(LogGap(dropped: 0..<attempts))
        }
      }
      #expect(attempts == 5)
    }
  }

  @Test func withoutACapNobodyLooksForAGap() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try directory.write(LogGap(dropped: 5..<9))
      let log = RunLog(directory: directory, maximumBytes: nil)
      #expect(try log.read { $0 }.isEmpty)
      #expect(try log.gap(size: 1 << 40) == .none)
      let capped = RunLog(directory: directory, maximumBytes: 100)
      #expect(try capped.gap(size: 100) == .none, "nothing is dropped up to the cap")
      #expect(try capped.gap(size: 101).dropped == 5..<9)
    }
  }

  // MARK: Pages, tails and searches

  @Test func aPageEndsWhereSomethingIsMissing() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try cutLog(scratch)
      let missing = try log.missing
      for isRaw in [true, false] {
        let part = try log.part(
          LogRequest(start: .offset(missing.lowerBound - 60), maximumBytes: 40_000, isRaw: isRaw))
        #expect(part.content == log.written((missing.lowerBound - 60)..<missing.lowerBound))
        #expect(part.next == missing.lowerBound && part.dropped == missing && part.isTruncated)
      }
    }
  }

  @Test func aPageInTheGapIsEmptyAndSaysWhereToGoOn() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try cutLog(scratch)
      let missing = try log.missing
      for offset in [missing.lowerBound, missing.lowerBound + 4321, missing.upperBound - 1] {
        for match in [nil, "line"] {
          let part = try log.part(LogRequest(start: .offset(offset), match: match))
          #expect(part.content.isEmpty && part.start == offset)
          #expect(part.next == missing.upperBound && part.dropped == missing && part.isTruncated)
        }
      }
      let behind = try log.part(LogRequest(start: .offset(missing.upperBound), maximumBytes: 400))
      #expect(behind.content == log.written(missing.upperBound..<(missing.upperBound + 400)))
      #expect(behind.dropped == nil)
    }
  }

  @Test func aHalfCharacterBeforeTheGapIsNotWaitedFor() async throws {
    try await ScratchDirectory.with { scratch in
      var log = try CappedLog(in: scratch, maximumBytes: 8)
      try log.append(Array("head".utf8) + [0xF0, 0x9F] + Array("middle".utf8) + Array("tail".utf8))
      try log.directory.write(LogGap(dropped: 6..<12))
      for offset in [0, 4] as [Int64] {
        let part = try log.part(LogRequest(start: .offset(offset), isRaw: true))
        #expect(part.content == log.written(offset..<6) && part.next == 6)
      }
    }
  }

  @Test func aTailEndsWhereSomethingIsMissing() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try cutLog(scratch)
      let missing = try log.missing
      let all = try log.part(LogRequest(start: .tail(lines: 100_000), maximumBytes: 1 << 20))
      #expect(all.content == log.written(missing.upperBound..<log.size))
      #expect(all.start == missing.upperBound && all.next == log.size && all.dropped == missing)
      let few = try log.part(LogRequest(start: .tail(lines: 3)))
      #expect(few.content == log.written((log.size - 60)..<log.size))
      #expect(few.dropped == nil, "nothing that is missing was wanted")
      let none = try log.part(LogRequest(start: .tail(lines: 3), match: "no such text"))
      #expect(none.content.isEmpty && none.dropped == missing)
    }
  }

  @Test func aSearchFindsWhatIsThere() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try cutLog(scratch)
      let missing = try log.missing
      var found = ""
      var offset: Int64 = 0
      var droppings = 0
      while offset < log.size {
        let part = try log.part(LogRequest(start: .offset(offset), match: "000\n"))
        if missing.contains(offset) { droppings += 1 }
        found += text(part)
        try #require(part.next > offset)
        offset = part.next
      }
      #expect(droppings == 1)
      let wanted = stride(from: 0, to: Int64(800_000), by: 1000).filter { !missing.contains($0) }
      #expect(found.split(separator: "\n").count == wanted.count)
    }
  }

  // MARK: Whoever else reads

  private static let error = #"__event__{"event":"training_error","error_message":"in the middle"}__event__"#

  /// A log whose middle holds a failure and is said to be missing, although it is not gone yet.
  private func logWithFailureInTheMiddle(_ scratch: ScratchDirectory) throws -> CappedLog {
    var log = try CappedLog(in: scratch, maximumBytes: Self.cap)
    try log.append(String(repeating: "Epoch 1/9 - loss: 0.5\n", count: 4000))
    let start = log.size
    try log.append(String(repeating: Self.error + "\n", count: 9000))
    let end = log.size
    try log.append(String(repeating: "Epoch 8/9 - loss: 0.1\n", count: 4000))
    try log.directory.write(LogGap(dropped: start..<end))
    return log
  }

  private static let time = Timestamp(nanoseconds: 0)

  @Test func theFollowerPassesOverWhatIsMissing() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try logWithFailureInTheMiddle(scratch)
      var follower = LogFollower(log.log, isNew: false)
      var pieces = 1
      while try follower.readPiece(at: Self.time).hasMore { pieces += 1 }
      #expect(pieces > 1)
      #expect(follower.picture.error == nil)
      #expect(follower.picture.progress.epoch == 8)
      #expect(follower.size() == log.size)
    }
  }

  @Test func aFollowerThatGoesOnFindsThePlaceDropped() async throws {
    try await ScratchDirectory.with { scratch in
      var log = try CappedLog(in: scratch, maximumBytes: Self.cap)
      try log.append(String(repeating: "Epoch 1/9 - loss: 0.5\n", count: 20_000))
      var first = LogFollower(log.log, isNew: false)
      _ = try first.readPiece(at: Self.time)
      let unsaved = first.takeUnsaved(seen: nil)
      let reading = try #require(unsaved)
      #expect(reading.metrics.count > 1000)
      let start = reading.checkpoint.offset - 100
      try log.append(String(repeating: Self.error + "\n", count: 60_000))
      let end = log.size
      try log.append("Epoch 7/9 - loss: 0.1\nEpoch 8/9")
      try log.directory.write(LogGap(dropped: start..<end))
      var next = LogFollower(log.log, from: LogPosition(reading.checkpoint), isNew: false)
      while try next.readPiece(at: Self.time).hasMore {}
      #expect(next.picture.error == nil)
      #expect(next.picture.progress.epoch == 8)
      #expect(next.picture.metrics["loss"] == 0.1, "the first line behind it is read")
      let rest = next.takeUnsaved(seen: nil)
      #expect(rest?.metrics.count == 1)
    }
  }

  @Test func evidenceIsTakenFromWhatIsThere() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try logWithFailureInTheMiddle(scratch)
      let lines = LogExcerpt.lines(of: log.log)
      #expect(!lines.contains { $0.text.contains("training_error") })
      let missing = try log.missing
      let first = try #require(lines.first { $0.offset >= missing.lowerBound })
      #expect(first.offset == missing.upperBound && first.text == "Epoch 8/9 - loss: 0.1")
      let last = LogExcerpt.lastLines(100_000, of: log.log)
      #expect(last.count > 2000 && last.allSatisfy { $0 == "Epoch 8/9 - loss: 0.1" })
    }
  }

  // MARK: Warnings

  @Test func whatIsMissingIsAWarning() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try cutLog(scratch)
      let warning = try #require(log.log.warnings(size: log.size).first)
      #expect(warning.code == .logCapped)
      #expect(warning.message.contains("262144 bytes"))
      let missing = try log.missing
      let bytes = missing.upperBound - missing.lowerBound
      #expect(warning.evidence == "\(bytes) bytes, from \(missing.lowerBound) to \(missing.upperBound)")
      #expect(log.log.warnings(size: Self.cap).isEmpty)
    }
  }

  @Test func aLogThatCannotBeCutIsAWarning() async throws {
    try await ScratchDirectory.with { scratch in
      let log = try CappedLog(in: scratch, maximumBytes: Self.cap)
      try log.directory.write(LogGap(dropped: 0..<0, problem: "fallocate: Operation not supported"))
      let warnings = log.log.warnings(size: Self.cap + 1)
      #expect(warnings.map(\.code) == [.logCapImpossible])
      #expect(warnings.first?.evidence == "fallocate: Operation not supported")
      try scratch.write("gap.json", "{")
      #expect(log.log.warnings(size: Self.cap + 1).map(\.code) == [.logUnreadable])
    }
  }
}
