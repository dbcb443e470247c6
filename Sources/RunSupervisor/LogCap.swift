internal import Platform
internal import RunStore
internal import TrainingModel

/// Keeps the log of a run under its cap: gives the space of its middle back and leaves its head and its tail
/// where they are.
///
/// The training writes the log itself, so nothing can be held back; a hole is made in what is there. The order is
/// what readers rely on: first `gap.json` says what is missing, then it goes.
struct LogCap {
  /// Makes the hole; something else in tests, which have no file system without holes.
  typealias Punch = (borrowing FileDescriptor, Range<Int64>) throws(SystemError) -> Void

  private let directory: RunDirectory
  private let plan: LogCapPlan
  private let punch: Punch
  /// What readers are told is missing.
  private(set) var gap: Range<Int64> = 0..<0
  /// What is missing: less than that where making the hole failed and is to be tried again.
  private var punched: Range<Int64> = 0..<0
  private var last: (size: Int64, instant: MonotonicInstant)
  /// When the log is to be looked at; nil once it cannot be kept under its cap.
  private(set) var nextLook: MonotonicInstant?

  /// - Parameters:
  ///   - maximumBytes: more than 0.
  ///   - start: when the log began to grow.
  init(
    directory: RunDirectory, maximumBytes: Int64, start: MonotonicInstant,
    punch: @escaping Punch = { (log, range) throws(SystemError) in try log.punchHole(range) }
  ) {
    self.directory = directory
    plan = LogCapPlan(maximumBytes: maximumBytes)
    self.punch = punch
    last = (0, start)
    nextLook = start.advanced(bySeconds: LogCapPlan.shortestInterval)
  }

  /// Looks at the log when that is due, and drops what is too much.
  mutating func lookIfDue(at now: MonotonicInstant) {
    if let nextLook, now >= nextLook { look(at: now) }
  }

  /// Looks at the log, unless there is no use in it, and drops what is too much.
  mutating func look(at now: MonotonicInstant) {
    guard nextLook != nil else { return }
    nextLook = now.advanced(bySeconds: LogCapPlan.longestInterval)
    do throws(SystemError) {
      let log = try FileDescriptor.open(directory.logPath, .updating)
      let size = try log.size()
      let (growth, elapsed) = (size - last.size, now.seconds(since: last.instant))
      last = (size, now)
      func interval() -> Double {
        plan.interval(kept: plan.kept(size: size, gap: gap), growth: growth, elapsed: elapsed)
      }
      nextLook = now.advanced(bySeconds: interval())
      guard try drop(of: log, size: size) else {
        nextLook = nil
        return
      }
      nextLook = now.advanced(bySeconds: interval())
    } catch {
      // A full disk, or a log that the training removed: the next look tries again.
    }
  }

  /// Drops what is too much of a log of `size` bytes.
  ///
  /// - Returns: whether that is possible at all.
  private mutating func drop(of log: borrowing FileDescriptor, size: Int64) throws(SystemError) -> Bool {
    if let wanted = plan.gap(size: size, soFar: gap) {
      let start = gap.isEmpty ? try lineStart(at: wanted.lowerBound, in: log) : gap.lowerBound
      let new = start..<max(start, try lineStart(at: wanted.upperBound, in: log))
      try directory.write(LogGap(dropped: new))
      gap = new
    }
    guard punched != gap else { return true }
    do throws(SystemError) {
      // All of the gap and not what is new of it alone, so that no block is left where one part met the next.
      try punch(log, gap)
      punched = gap
      return true
    } catch {
      switch error.kind {
      case .unsupported, .permissionDenied:
        // Nothing went and nothing will: what was called missing is there.
        gap = punched
        try directory.write(LogGap(dropped: punched, problem: "\(error)"))
        return false
      default: throw error
      }
    }
  }

  /// Where a line begins at or behind a place, where a character does if no line is near.
  private func lineStart(
    at offset: Int64, in log: borrowing FileDescriptor
  ) throws(SystemError) -> Int64 {
    // From the byte before, so that a place where a line begins stays.
    let before = max(0, offset - 1)
    let bytes = try log.read(at: before, limit: Int(plan.lineReach) + 1)
    if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { return before + Int64(end) + 1 }
    let inner = bytes.dropFirst().prefix(3).prefix { $0 & 0b1100_0000 == 0b1000_0000 }
    return offset + Int64(inner.count)
  }
}
