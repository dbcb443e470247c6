import JSONRPC
import TestSupport
import Testing

/// The same bytes give the same lines however they arrive.
@Suite struct FrameSplitterTests {
  /// What a line was, in a form that is easy to write down.
  private enum Seen: Hashable {
    case line(String)
    case tooLong(Int)
  }

  private func seen(_ frame: FrameSplitter.Frame) -> Seen {
    switch frame {
    case .line(let line): .line(String(decoding: line, as: UTF8.self))
    case .tooLong(let bytes): .tooLong(bytes)
    }
  }

  private func frames(_ pieces: [ArraySlice<UInt8>], limit: Int = 20) -> [Seen] {
    var splitter = FrameSplitter(maximumLineBytes: limit)
    var frames: [FrameSplitter.Frame] = []
    for piece in pieces { frames += piece.withUnsafeBytes { splitter.append($0) } }
    if let last = splitter.finish() { frames.append(last) }
    #expect(splitter.finish() == nil)
    return frames.map(seen)
  }

  private func frames(_ text: String, limit: Int = 20) -> [Seen] {
    frames([Array(text.utf8)[...]], limit: limit)
  }

  @Test func linesEndInLineFeedOrBoth() {
    #expect(frames("a\nb\r\nc\n") == [.line("a"), .line("b"), .line("c")])
    #expect(frames("{\"a\": \"b\"}\r\n") == [.line("{\"a\": \"b\"}")])
  }

  @Test func onlyTheLineEndIsTakenOff() {
    #expect(
      frames(" a \n\ta\t\r\na\rb\n\ra\n") == [.line(" a "), .line("\ta\t"), .line("a\rb"), .line("\ra")])
    #expect(frames("a\r\r\n") == [.line("a\r")])
  }

  @Test(arguments: ["", "\n", "\r\n", "\n\n\n", "  \n", "\t\r\n", " ", "\r", "\r\r\r\n \n"])
  func blankLinesArePassedOver(text: String) {
    #expect(frames(text).isEmpty)
    #expect(frames("x\n" + text).count == 1)
  }

  @Test func aLineWithoutEndIsCompletedByTheEndOfInput() {
    #expect(frames("a\nb") == [.line("a"), .line("b")])
    #expect(frames("b\r") == [.line("b")])
    #expect(frames(String(repeating: "x", count: 21)) == [.tooLong(21)])
  }

  @Test func aLineMayHaveExactlyTheLimit() {
    let full = String(repeating: "x", count: 20)
    #expect(frames("\(full)\n\(full)y\n\(full)\n") == [.line(full), .tooLong(21), .line(full)])
  }

  @Test func theLimitOfTheProtocolIs16MiB() {
    #expect(FrameSplitter.maximumLineBytes == 16 * 1024 * 1024)
  }

  private static let samples = [
    "a\nbb\r\n\n \nccc", "\r\n\r\nx\r\r\n", "12345678901234567890\n123456789012345678901\nok\n",
    "ok\n1234567890123456789012345678901234567890", "{\"é\":\"€😀\"}\n[1]\r\n", "\u{0}\n\u{FFFD}\n",
  ]

  @Test(arguments: samples)
  func everySplitGivesTheSame(sample: String) {
    let bytes = Array(sample.utf8)
    let whole = frames([bytes[...]])
    #expect(!whole.isEmpty)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        #expect(frames([bytes[..<first], bytes[first..<second], bytes[second...]]) == whole)
      }
    }
  }

  @Test(arguments: samples)
  func singleBytesGiveTheSame(sample: String) {
    let bytes = Array(sample.utf8)
    #expect(frames(bytes.indices.map { bytes[$0...$0] }) == frames([bytes[...]]))
  }

  @Test(arguments: UInt64(1)...4)
  func anyCutsOfAnyBytesGiveTheSame(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ab \t\r\n\n\r".utf8)
    for _ in 0..<200 {
      let bytes = (0..<60).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
      var cuts = (0..<6).map { _ in Int.random(in: 0...60, using: &generator) }.sorted()
      cuts = [0] + cuts + [60]
      let pieces = zip(cuts, cuts.dropFirst()).map { bytes[$0..<$1] }
      #expect(frames(pieces, limit: 5) == frames([bytes[...]], limit: 5))
    }
  }
}
