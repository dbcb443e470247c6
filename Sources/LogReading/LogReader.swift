/// Reads the log of a training as it grows, and tells what it says.
///
/// The same bytes give the same events however they are cut into pieces.
package struct LogReader: Sendable {
  /// Bytes of a line that are read; the rest of a longer one is skipped.
  package static let maximumLine = 64 * 1024

  private var state: ReaderState
  /// The unfinished last segment.
  private var pending: [UInt8] = []
  /// Bytes of that segment in the file, also those that were skipped.
  private var pendingLength = 0
  /// Bytes from the start of the file to the unfinished segment.
  private var offset: Int64

  /// Where the last line stood that counts something else than the training, such as the steps of an evaluation; nil when
  /// this reader has seen none.
  package private(set) var lastOtherCount: Int64?

  /// A reader of a log from `offset` bytes on.
  package init(offset: Int64 = 0) {
    state = ReaderState()
    self.offset = offset
  }

  /// A reader that goes on where another one stood, to be given the bytes from `checkpoint.offset` on.
  package init(resuming checkpoint: Checkpoint) {
    state = checkpoint.state
    offset = checkpoint.offset
  }

  /// Bytes from the start of the file to the line that is not complete yet.
  package var lineStart: Int64 { offset }

  /// Where the reader stands: without the unfinished last line, which is read again after resuming.
  package var checkpoint: Checkpoint { Checkpoint(offset: offset, state: state) }

  /// What the log has said so far, the unfinished last line included.
  package var picture: LogPicture {
    guard !pending.isEmpty else { return state.picture }
    var copy = self
    _ = copy.finish()
    return copy.state.picture
  }

  /// Reads on; a line that is not complete yet waits for the next call.
  package mutating func consume(_ bytes: ArraySlice<UInt8>) -> [LogEvent] {
    var sink = ReadingSink()
    consume(bytes, into: &sink)
    lastOtherCount = sink.lastOtherCount ?? lastOtherCount
    return sink.events
  }

  /// Reads on, and says which rule found what: for people who wonder, and several times slower.
  package mutating func explain(_ bytes: ArraySlice<UInt8>) -> [RuleFinding] {
    var sink = ReadingSink(isExplaining: true)
    consume(bytes, into: &sink)
    return sink.findings ?? []
  }

  /// Explains the unfinished last line as if it were complete.
  package mutating func explainEnd() -> [RuleFinding] {
    var sink = ReadingSink(isExplaining: true)
    readPending(into: &sink)
    return sink.findings ?? []
  }

  private mutating func consume(_ bytes: ArraySlice<UInt8>, into sink: inout ReadingSink) {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let found = SegmentScanner.scan(buffer, from: start)
        if pendingLength > 0 {
          hold(buffer, start..<found.end)
          if found.isTerminated { readPending(into: &sink) }
        } else if found.isTerminated {
          let end = min(found.end, start + Self.maximumLine)
          state.read(buffer, start..<end, traits: found.traits, offset: offset, into: &sink)
          offset += Int64(found.end - start)
        } else {
          hold(buffer, start..<found.end)
        }
        if found.isTerminated { offset += 1 }
        start = found.end + 1
      }
    }
  }

  /// Reads the unfinished last line as if it were complete: the log has ended.
  package mutating func finish() -> [LogEvent] {
    var sink = ReadingSink()
    readPending(into: &sink)
    return sink.events
  }

  /// Goes on at a later offset: the bytes in between hold no text, such as a hole in a sparse file.
  package mutating func skip(to newOffset: Int64) -> [LogEvent] {
    let events = finish()
    offset = max(offset, newOffset)
    return events
  }

  private mutating func hold(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    pendingLength += range.count
    let room = max(0, Self.maximumLine - pending.count)
    pending.append(contentsOf: bytes[range].prefix(room))
  }

  private mutating func readPending(into sink: inout ReadingSink) {
    guard pendingLength > 0 else { return }
    pending.withUnsafeBufferPointer { buffer in
      let traits = SegmentScanner.scan(buffer, from: 0).traits
      state.read(buffer, 0..<buffer.count, traits: traits, offset: offset, into: &sink)
    }
    pending.removeAll(keepingCapacity: true)
    offset += Int64(pendingLength)
    pendingLength = 0
  }
}
