/// Reads the log of a training as it grows, and tells what it says.
///
/// The same bytes give the same events however they are cut into pieces.
package struct LogReader: Sendable {
  /// Bytes of a line that are read; the rest of a longer one is skipped.
  package static let maximumLine = 64 * 1024

  private var state: ReaderState
  /// The unfinished last segment, in UTF-8.
  private var pending: [UInt8] = []
  /// Bytes of that segment in the file, also those that were skipped.
  private var pendingLength = 0
  /// A state of a bar that the next one may supersede, without the carriage return behind it.
  private var held: [UInt8] = []
  /// Bytes from the start of the file to what was not read: the held state, or the unfinished segment.
  private var offset: Int64
  /// The first bytes of the file, until they have told its encoding; nil once they have.
  private var head: [UInt8]?
  private var units = UTF16Units()

  /// Where the last line stood that counts something else than the training, such as the steps of an evaluation; nil when
  /// this reader has seen none.
  package private(set) var lastOtherCount: Int64?

  /// A reader of a log from `offset` bytes on.
  package init(offset: Int64 = 0) {
    state = ReaderState()
    self.offset = offset
    head = offset == 0 ? [] : nil
  }

  /// A reader that goes on where another one stood, to be given the bytes from `checkpoint.offset` on.
  package init(resuming checkpoint: Checkpoint) {
    state = checkpoint.state
    offset = checkpoint.offset
    head = offset == 0 ? [] : nil
  }

  /// Bytes from the start of the file to what waits for more: the last line that is not complete yet, or a bar that
  /// is drawn again and again.
  package var lineStart: Int64 { offset }

  /// Where the reader stands: without what waits for more, which is read again after resuming.
  package var checkpoint: Checkpoint { Checkpoint(offset: offset, state: state) }

  /// Whether the log has announced work that moves nothing, such as an evaluation, and has told of no movement since.
  package var announcesPause: Bool { state.context.isPausing }

  /// What the log has said so far, what waits for more included.
  package var picture: LogPicture {
    guard pendingLength > 0 || !held.isEmpty || head?.isEmpty == false else { return state.picture }
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

  /// Explains what waits for more as if it were complete.
  package mutating func explainEnd() -> [RuleFinding] {
    var sink = ReadingSink(isExplaining: true)
    finish(into: &sink)
    return sink.findings ?? []
  }

  /// Reads what waits for more as if it were complete: the log has ended.
  package mutating func finish() -> [LogEvent] {
    var sink = ReadingSink()
    finish(into: &sink)
    return sink.events
  }

  /// Goes on at a later offset: the bytes in between hold no text, such as a hole in a sparse file.
  package mutating func skip(to newOffset: Int64) -> [LogEvent] {
    let events = finish()
    offset = max(offset, newOffset)
    return events
  }

  // MARK: Bytes

  private mutating func consume(_ bytes: ArraySlice<UInt8>, into sink: inout ReadingSink) {
    var bytes = bytes
    while head != nil, let byte = bytes.popFirst() {
      head?.append(byte)
      openFile(into: &sink)
    }
    decode(bytes, into: &sink)
  }

  /// Looks for a byte order mark in the first bytes; what is none of it is text.
  private mutating func openFile(isComplete: Bool = false, into sink: inout ReadingSink) {
    guard let head, let found = LogEncoding.detect(head) ?? (isComplete ? (.utf8, 0) : nil) else { return }
    self.head = nil
    state.encoding = found.encoding
    offset += Int64(found.mark)
    decode(head[found.mark...], into: &sink)
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>, into sink: inout ReadingSink) {
    switch state.encoding {
    case .utf8: bytes.withUnsafeBufferPointer { split($0, into: &sink) }
    case .utf16LittleEndian: decodeUnits(bytes, isLittleEndian: true, into: &sink)
    case .utf16BigEndian: decodeUnits(bytes, isLittleEndian: false, into: &sink)
    }
  }

  private mutating func decodeUnits(
    _ bytes: ArraySlice<UInt8>, isLittleEndian: Bool, into sink: inout ReadingSink
  ) {
    for byte in bytes {
      pendingLength += 1
      guard let character = units.take(byte, isLittleEndian: isLittleEndian) else { continue }
      if character == "\n" || character == "\r" {
        readPending(into: &sink)
      } else if pending.count + UTF8.width(character) <= Self.maximumLine {
        if character.isASCII {
          pending.append(UInt8(truncatingIfNeeded: character.value))
        } else {
          pending += Array(String(character).utf8)
        }
      }
    }
  }

  private mutating func split(_ buffer: UnsafeBufferPointer<UInt8>, into sink: inout ReadingSink) {
    var candidate: Candidate?
    var start = 0
    while let end = SegmentScanner.terminator(in: buffer, from: start) {
      let isReturn = buffer[end] == ASCII.carriageReturn
      if pendingLength > 0 {
        wait(for: buffer, start..<end)
        takePending(isReturn: isReturn, into: &sink)
      } else {
        let state = barState(buffer, start..<end, isReturn)
        if let earlier = candidate {
          settle(buffer, earlier.range, earlier.state, by: state, buffer, into: &sink)
        } else {
          settleHeld(by: state, buffer, into: &sink)
        }
        candidate = state.map { Candidate(state: $0, range: start..<end) }
        if state == nil {
          read(buffer, start..<end, into: &sink)
          offset += Int64(end - start + 1)
        }
      }
      start = end + 1
    }
    if let candidate { held = Array(buffer[candidate.range]) }
    wait(for: buffer, start..<buffer.count)
  }

  /// Keeps a part of a segment whose end has not come.
  private mutating func wait(for bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    pendingLength += range.count
    pending.append(contentsOf: bytes[range].prefix(max(0, Self.maximumLine - pending.count)))
  }

  /// Takes the segment that came in several pieces and is complete now.
  private mutating func takePending(isReturn: Bool, into sink: inout ReadingSink) {
    let bytes = pending
    let length = pendingLength
    pending.removeAll(keepingCapacity: true)
    pendingLength = 0
    bytes.withUnsafeBufferPointer { buffer in
      let state = barState(buffer, 0..<buffer.count, isReturn)
      settleHeld(by: state, buffer, into: &sink)
      if state == nil {
        read(buffer, 0..<buffer.count, into: &sink)
        offset += Int64(length + 1)
      } else {
        held = bytes
      }
    }
  }

  // MARK: States of bars

  /// A state of a bar in the buffer that is being read, which the next state may supersede.
  private struct Candidate {
    var state: BarState
    var range: Range<Int>
  }

  /// The segment as a state of a bar that may be superseded; the first sign of training waits for nothing.
  private func barState(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isReturn: Bool
  ) -> BarState? {
    isReturn && state.picture.started != nil ? BarState(bytes, range) : nil
  }

  /// Reads an earlier state unless the later one supersedes it, and goes past it.
  private mutating func settle(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ earlier: BarState, by later: BarState?,
    _ laterBytes: UnsafeBufferPointer<UInt8>, into sink: inout ReadingSink
  ) {
    let isSuperseded = later.map { earlier.isSuperseded(bytes, by: $0, laterBytes) } ?? false
    if !isSuperseded || BarState.isSample(offset: offset, length: range.count + 1) {
      read(bytes, range, into: &sink)
    }
    offset += Int64(range.count + 1)
  }

  private mutating func settleHeld(
    by later: BarState?, _ laterBytes: UnsafeBufferPointer<UInt8>, into sink: inout ReadingSink
  ) {
    guard !held.isEmpty else { return }
    let bytes = held
    held = []
    bytes.withUnsafeBufferPointer { buffer in
      guard let earlier = BarState(buffer, 0..<buffer.count) else { return }
      settle(buffer, 0..<buffer.count, earlier, by: later, laterBytes, into: &sink)
    }
  }

  // MARK: Segments

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into sink: inout ReadingSink
  ) {
    guard !range.isEmpty else { return }
    state.read(bytes, range.prefix(Self.maximumLine), offset: offset, into: &sink)
  }

  private mutating func readPending(into sink: inout ReadingSink) {
    guard pendingLength > 0 else { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { read($0, 0..<$0.count, into: &sink) }
    offset += Int64(pendingLength)
    pendingLength = 0
  }

  private mutating func finish(into sink: inout ReadingSink) {
    openFile(isComplete: true, into: &sink)
    settleHeld(by: nil, UnsafeBufferPointer(start: nil, count: 0), into: &sink)
    readPending(into: &sink)
  }
}
