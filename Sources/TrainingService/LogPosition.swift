internal import LogReading

/// How far a log is read, and what was understood of it so far.
struct LogPosition: Sendable {
  /// The next byte to read.
  var offset: Int64 = 0
  var reader = LogReader()

  init() {}

  /// Where an earlier server left off: what was not a whole line then is read again.
  init(_ checkpoint: LogReader.Checkpoint) {
    offset = checkpoint.offset
    reader = LogReader(resuming: checkpoint)
  }
}
