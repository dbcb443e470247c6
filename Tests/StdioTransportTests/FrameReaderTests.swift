import JSONRPC
import Platform
import StdioTransport
import TestSupport
import Testing

/// The read thread: every line as it comes, and the end.
@Suite(.timeLimit(.minutes(10))) struct FrameReaderTests {
  /// What a reader told, in words.
  private static func words(_ event: FrameReader.Event) -> String {
    switch event {
    case .frame(.line(let line)): String(decoding: line, as: UTF8.self)
    case .frame(.tooLong(let bytes)): "too long: \(bytes)"
    case .end(let error): error.map { "end: \($0)" } ?? "end"
    }
  }

  /// Feeds a reader and gives what it told up to its end.
  private func events(_ feed: @escaping @Sendable (OpenFile) throws -> Void) async throws -> [String] {
    let pipe = try Pipe()
    let writing = OpenFile(try pipe.writing.duplicate())
    let reader = FrameReader(input: try pipe.reading.duplicate())
    let told = Recorder<String>()
    try reader.start { told.record(Self.words($0)) }
    try await onOwnThread {
      try feed(writing)
      writing.close()
    }
    // The pipe's own ends are open until here, so the end comes only now.
    _ = consume pipe
    try await eventually("the end is told") { told.all.last?.hasPrefix("end") == true }
    return told.all
  }

  @Test func linesAsTheyCome() async throws {
    let told = try await events { writing in
      for piece in ["{\"a\"", ":1}\n{\"b\":", "2}\r\n\n  \r\n", "tail"] {
        try writing.write(Array(piece.utf8))
      }
    }
    #expect(told == ["{\"a\":1}", "{\"b\":2}", "tail", "end"])
  }

  /// What the limit is, and that nothing beyond it is kept, is the matter of `FrameSplitter`.
  @Test func aLineThatIsTooLongIsToldByItsLengthAndTheNextIsRead() async throws {
    let told = try await events { writing in
      let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
      for _ in 0..<20 { try writing.write(piece) }
      try writing.write(Array("\n{}\n".utf8))
    }
    #expect(told == ["too long: \(20 << 20)", "{}", "end"])
  }

  @Test func anEmptyInputEnds() async throws {
    #expect(try await events { _ in } == ["end"])
  }

  @Test func anInputThatCannotBeReadEndsWithTheReason() async throws {
    let told = Recorder<String>()
    try FrameReader(input: try FileDescriptor.open("/", .reading)).start { told.record(Self.words($0)) }
    try await eventually("the end is told") { told.count > 0 }
    #expect(told.all == ["end: read: Is a directory"])
  }
}
