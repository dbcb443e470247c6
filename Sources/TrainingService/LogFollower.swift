internal import LogReading
internal import Platform
internal import TrainingModel

/// Reads one log as it grows, a bounded piece at a time.
struct LogFollower: ~Copyable {
  /// Bytes that are read in one go, so that one flooding run does not keep the others waiting.
  private static let piece = 256 << 10
  /// Seconds between two reads of a log that keeps growing: many lines become one piece.
  static let interval = 0.02

  let log: RunLog
  private var file: FileDescriptor?
  private var offset: Int64 = 0
  private var reader = LogReader()
  var watch: FileWatch?
  /// Whether a read is scheduled.
  var isScheduled = false
  var lastRead: MonotonicInstant?

  init(_ log: RunLog) { self.log = log }

  /// What the log has said so far.
  var picture: LogPicture { reader.picture }

  /// Reads the next piece.
  ///
  /// - Returns: what it says, and whether there is more to read.
  mutating func readPiece() throws(SystemError) -> (events: [LogEvent], hasMore: Bool) {
    if file == nil {
      // There is none when the command could not be started.
      guard FileSystem.kind(of: log.path) == .file else { return ([], false) }
      file = try FileDescriptor.open(log.path, .reading)
    }
    guard let size = try file?.size(), size > offset else { return ([], false) }
    let missing = missing(size: size)
    var events: [LogEvent] = []
    if missing.contains(offset) { events += skip(to: missing.upperBound) }
    // A training may make its log sparse; a hole says nothing, however large it is.
    let data = try file?.nextData(from: offset) ?? offset
    if data > offset { events += skip(to: data) }
    let end = offset < missing.lowerBound ? min(missing.lowerBound, size) : size
    let bytes = try file?.read(at: offset, limit: min(Self.piece, Int(max(0, end - offset)))) ?? []
    // What was dropped while it was read is not taken for text.
    guard let newSize = try file?.size(), self.missing(size: newSize) == missing else {
      return (events, true)
    }
    offset += Int64(bytes.count)
    events += reader.consume(bytes[...])
    return (events, !bytes.isEmpty && offset < size)
  }

  private mutating func skip(to offset: Int64) -> [LogEvent] {
    self.offset = offset
    return reader.skip(to: offset)
  }

  /// What is missing of the log when it has `size` bytes.
  private func missing(size: Int64) -> Range<Int64> {
    // Where that cannot be read, what is missing is still a hole.
    (try? log.gap(size: size))?.dropped ?? 0..<0
  }

  /// Bytes at the beginning and at the end that are read of a log that was written before anybody looked.
  private static let leapHead: Int64 = 256 << 10
  private static let leapTail: Int64 = 2 << 20

  /// Leaves out the middle of a long log that is only now being looked at: its beginning says when training
  /// started, its end how far it came.
  mutating func leap() throws(SystemError) -> [LogEvent] {
    guard offset >= Self.leapHead, let size = try file?.size(), size - offset > Self.leapTail else {
      return []
    }
    var target = size - Self.leapTail
    let missing = missing(size: size)
    // Behind what was dropped a line begins.
    if missing.contains(target) { return skip(to: missing.upperBound) }
    let bytes = try file?.read(at: target, limit: Self.piece) ?? []
    if let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) { target += Int64(lineEnd) + 1 }
    return skip(to: target)
  }

  /// Takes the unfinished last line as it is: the log has ended.
  mutating func finish() -> [LogEvent] { reader.finish() }

  /// Bytes in the log now; what was read so far when it cannot be asked.
  func size() -> Int64 {
    guard let size = try? file?.size() else { return offset }
    return size
  }
}
