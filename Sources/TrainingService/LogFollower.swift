internal import LogReading
internal import Platform
internal import RunHistory
internal import TrainingModel

/// Reads one log as it grows, a bounded piece at a time, and keeps what the history does not have yet.
struct LogFollower: ~Copyable {
  /// Bytes that are read in one go, so that one flooding run does not keep the others waiting.
  static let piece = 256 << 10
  /// Seconds between two reads of a log that keeps growing: many lines become one piece.
  static let interval = 0.02

  let log: RunLog
  private var file: FileDescriptor?
  private var position: LogPosition
  /// Bytes before this one were written before this server looked, so that their time is not known.
  private var unseen: Int64
  private var unsaved: UnsavedReading
  var watch: FileWatch?
  var turn = Turn.resting(since: nil)

  /// When it reads next.
  enum Turn: Equatable {
    /// When the log grows.
    case resting(since: MonotonicInstant?)
    /// A read is scheduled.
    case scheduled
  }

  /// - Parameters:
  ///   - position: where to go on; the start of the log for a new run.
  ///   - isNew: whether the run is just being started, so that nothing in its log is older than this server.
  init(_ log: RunLog, from position: LogPosition = LogPosition(), isNew: Bool) {
    self.log = log
    self.position = position
    unsaved = UnsavedReading(savedOffset: position.reader.lineStart)
    unseen = isNew ? 0 : .max
  }

  /// What the log has said so far.
  var picture: LogPicture { position.reader.picture }

  /// What a follower needs to go on where this one is.
  var handOver: LogPosition { position }

  /// Whether a line was written while this server looked, so that its time is known.
  func hasSeen(_ line: LogLine) -> Bool { hasSeen(line.offset) }

  /// Whether the line at an offset was written while this server looked.
  func hasSeen(_ offset: Int64) -> Bool { offset >= unseen }

  /// Bytes that were read.
  var offset: Int64 { position.offset }

  /// Where the last count stood that is not that of the training; nil when there was none.
  var lastOtherCount: Int64? { position.reader.lastOtherCount }

  /// Whether the log has announced work that moves nothing, and has told of no movement since.
  var announcesPause: Bool { position.reader.announcesPause }

  /// Whether another such count was written while this server looked.
  func hasSeenOtherCount(since earlier: Int64?) -> Bool {
    guard let last = lastOtherCount, last != earlier else { return false }
    return hasSeen(last)
  }

  /// Reads the next piece.
  ///
  /// - Returns: what it says, and whether there is more to read.
  mutating func readPiece(at now: Timestamp) throws(SystemError) -> (events: [LogEvent], hasMore: Bool) {
    if file == nil {
      // There is none when the command could not be started.
      guard FileSystem.kind(of: log.path) == .file else { return ([], false) }
      file = try FileDescriptor.open(log.path, .readingNoLink)
    }
    guard let size = try file?.size() else { return ([], false) }
    if unseen == .max { unseen = size }
    guard size > position.offset else { return ([], false) }
    let missing = missing(size: size)
    var events: [LogEvent] = []
    if missing.contains(position.offset) { events += skip(to: missing.upperBound, at: now) }
    // A training may make its log sparse; a hole says nothing, however large it is.
    let data = try file?.nextData(from: position.offset) ?? position.offset
    if data > position.offset { events += skip(to: data, at: now) }
    let end = position.offset < missing.lowerBound ? min(missing.lowerBound, size) : size
    let limit = min(Self.piece, Int(max(0, end - position.offset)))
    let bytes = try file?.read(at: position.offset, limit: limit) ?? []
    // What was dropped while it was read is not taken for text.
    guard let newSize = try file?.size(), self.missing(size: newSize) == missing else {
      return (events, true)
    }
    position.offset += Int64(bytes.count)
    let news = position.reader.consume(bytes[...])
    unsaved.add(news, at: now)
    return (events + news, !bytes.isEmpty && position.offset < size)
  }

  private mutating func skip(to offset: Int64, at now: Timestamp) -> [LogEvent] {
    position.offset = offset
    let events = position.reader.skip(to: offset)
    unsaved.add(events, at: now)
    return events
  }

  /// What is missing of the log when it has `size` bytes.
  private func missing(size: Int64) -> Range<Int64> {
    // Where that cannot be read, what is missing is still a hole.
    (try? log.gap(size: size))?.dropped ?? 0..<0
  }

  /// Takes the unfinished last line as it is: the log has ended.
  mutating func finish(at now: Timestamp) -> [LogEvent] {
    let events = position.reader.finish()
    unsaved.add(events, at: now)
    return events
  }

  /// Whether whole lines were read that the history does not have.
  var hasUnsaved: Bool { position.reader.lineStart > unsaved.savedOffset }

  /// Takes what is to be saved; nil when that is nothing.
  ///
  /// - Parameter seen: when training was seen to start.
  mutating func takeUnsaved(seen: ManagedRun.TrainingStart.Moment?) -> ReadingProgress? {
    guard hasUnsaved else { return nil }
    let checkpoint = position.reader.checkpoint
    defer { unsaved = UnsavedReading(savedOffset: checkpoint.offset) }
    return unsaved.progress(to: checkpoint, seen: seen)
  }

  /// Bytes in the log now; what was read so far when it cannot be asked.
  func size() -> Int64 {
    guard let size = try? file?.size() else { return position.offset }
    return size
  }
}
