import LogReading
import Platform
import Testing

@testable import TrainingService

/// Cutting parts out of logs: every byte once, no torn character, and no more read than must be.
@Suite struct LogPagerTests {
  private func pager(_ log: LogFile, isComplete: Bool = true, secrets: [String: String] = [:]) -> LogPager {
    LogPager(
      path: log.path, size: Int64(log.bytes.count), missing: 0..<0,
      mask: SecretMask(environment: Environment(secrets)),
      isComplete: isComplete)
  }

  private func text(_ part: LogPager.Part) -> String { String(decoding: part.content, as: UTF8.self) }

  /// Reads page after page until nothing is left.
  private func readAll(_ pager: LogPager, _ maximumBytes: Int, raw: Bool = true) throws -> [LogPager.Part] {
    var parts: [LogPager.Part] = []
    var offset: Int64 = 0
    while offset < pager.size {
      let part = try pager.part(
        LogRequest(start: .offset(offset), maximumBytes: maximumBytes, isRaw: raw))
      #expect(part.start == offset)
      #expect(part.next > offset, "reading must go on")
      guard part.next > offset else { break }
      parts.append(part)
      offset = part.next
    }
    return parts
  }

  @Test(arguments: [7, 64, 256, 1000, 5000])
  func pagesGiveEveryByteOnce(maximumBytes: Int) throws {
    let body = String(repeating: "0123456789abcdef\n", count: 100)
    let log = try LogFile("α: 1\nünïcödé ☃ 🚂\r\n" + body + "end 🚂")
    let parts = try readAll(pager(log), maximumBytes)
    #expect(parts.flatMap(\.content) == log.bytes)
    for part in parts {
      #expect(String(validating: part.content, as: UTF8.self) != nil, "a character was split")
      #expect(part.content.count <= maximumBytes)
    }
  }

  @Test func pagesOfCleanTextEndBehindLines() throws {
    let log = try LogFile(String(repeating: "a line of 20 bytes..\n", count: 50))
    let parts = try readAll(pager(log), 100, raw: false)
    #expect(parts.map(text).joined() == String(decoding: log.bytes, as: UTF8.self))
    for part in parts { #expect(part.content.last == UInt8(ascii: "\n")) }
  }

  @Test func aLineLongerThanAPageIsCutAllTheSame() throws {
    let log = try LogFile(String(repeating: "x", count: 1000))
    #expect(try readAll(pager(log), 300, raw: false).map(\.content.count) == [300, 300, 300, 100])
  }

  @Test func aHalfCharacterAtTheEndOfALiveLogWaits() throws {
    let log = try LogFile(bytes: Array("ok ".utf8) + [0xF0, 0x9F, 0x9A])
    let request = LogRequest(start: .offset(0), isRaw: true)
    #expect(try pager(log, isComplete: false).part(request).next == 3)
    #expect(try pager(log, isComplete: true).part(request).next == 6)
    #expect(try pager(log, isComplete: false).part(LogRequest(start: .tail(lines: 5))).next == 3)
  }

  @Test func barsCollapseAndOffsetsStayTrue() throws {
    let log = try LogFile("start\n\u{1B}[32m 10%|#  |\r 50%|## |\r100%|###|\u{1B}[0m\ndone\n")
    let part = try pager(log).part(LogRequest(start: .offset(0)))
    #expect(text(part) == "start\n100%|###|\ndone\n")
    #expect(part.next == Int64(log.bytes.count))
  }

  @Test func tailGivesTheLastLines() throws {
    let log = try LogFile((1...500).map { "line \($0)\n" }.joined())
    let part = try pager(log).part(LogRequest(start: .tail(lines: 3)))
    #expect(text(part) == "line 498\nline 499\nline 500\n")
    #expect(part.next == Int64(log.bytes.count))
    #expect(part.start == Int64(log.bytes.count - 27))
    #expect(!part.isTruncated)
  }

  @Test func tailOfAnUnfinishedLine() throws {
    let log = try LogFile("one\ntwo\nthr")
    #expect(text(try pager(log).part(LogRequest(start: .tail(lines: 2)))) == "two\nthr")
    #expect(text(try pager(log).part(LogRequest(start: .tail(lines: 50)))) == "one\ntwo\nthr")
  }

  @Test func tailAcrossBlocks() throws {
    let lines = (1...9000).map { "line number \($0) of many, long enough to cross several blocks\n" }
    let log = try LogFile(lines.joined())
    let part = try pager(log).part(LogRequest(start: .tail(lines: 3000), maximumBytes: 40000))
    #expect(part.isTruncated)
    #expect(text(part).hasSuffix(lines[8999]))
    #expect(part.content.count <= 40000)
    #expect(text(part).split(separator: "\n").count > 500)
    let whole = try pager(log).part(LogRequest(start: .tail(lines: 2500), maximumBytes: 1 << 20))
    #expect(text(whole) == lines.suffix(2500).joined())
  }

  @Test func tailOfALineLongerThanThePage() throws {
    let log = try LogFile("first\n" + String(repeating: "é", count: 5000))
    let part = try pager(log).part(LogRequest(start: .tail(lines: 2), maximumBytes: 999))
    #expect(part.isTruncated)
    #expect(text(part) == String(repeating: "é", count: 499))
  }

  @Test func emptyLogs() throws {
    let log = try LogFile("")
    for start in [LogRequest.Start.tail(lines: 5), .offset(0), .offset(99)] {
      let part = try pager(log).part(LogRequest(start: start))
      #expect(part.content.isEmpty)
      #expect(part.next == 0)
      #expect(!part.isTruncated)
    }
  }

  @Test func offsetBehindTheEndIsTheEnd() throws {
    let log = try LogFile("four")
    let part = try pager(log).part(LogRequest(start: .offset(1_000_000)))
    #expect(part.content.isEmpty && part.next == 4)
  }

  @Test func matchKeepsLinesThatHoldTheText() throws {
    let log = try LogFile((1...300).map { "line \($0) \($0 % 100 == 0 ? "loss" : "x")\n" }.joined())
    let forward = try pager(log).part(LogRequest(start: .offset(0), match: "loss"))
    #expect(text(forward) == "line 100 loss\nline 200 loss\nline 300 loss\n")
    #expect(forward.next == Int64(log.bytes.count))
    let last = try pager(log).part(LogRequest(start: .tail(lines: 1), match: "loss"))
    #expect(text(last) == "line 300 loss\n")
  }

  @Test func matchGoesOnWhereItStopped() throws {
    let log = try LogFile(String(repeating: "a matching line\n", count: 100))
    var offset: Int64 = 0
    var found = ""
    while offset < pager(log).size {
      let part = try pager(log).part(LogRequest(start: .offset(offset), maximumBytes: 256, match: "match"))
      #expect(part.next > offset)
      found += text(part)
      offset = part.next
    }
    #expect(found == String(decoding: log.bytes, as: UTF8.self))
  }

  @Test func secretsAreMaskedAlsoWhenAPageCutsThem() throws {
    let log = try LogFile("key=sk-abcdefghij and more\n")
    let secrets = ["OPENAI_API_KEY": "sk-abcdefghij"]
    let masked = "key=************* and more\n"
    #expect(text(try pager(log, secrets: secrets).part(LogRequest(start: .tail(lines: 1)))) == masked)
    for maximumBytes in 1...30 {
      let parts = try readAll(pager(log, secrets: secrets), maximumBytes)
      #expect(parts.map(text).joined() == masked)
    }
  }

  @Test func aHoleIsNoText() throws {
    let log = try LogFile("head\n", holeTo: 10 << 30, then: "tail 1\ntail 2\n")
    let part = try LogPager(
      path: log.path, size: log.size, missing: 0..<0, mask: SecretMask(environment: Environment()),
      isComplete: true
    ).part(LogRequest(start: .tail(lines: 50)))
    #expect(text(part).hasSuffix("tail 1\ntail 2\n"))
    #expect(part.content.count < 40_000)
  }
}
