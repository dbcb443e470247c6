/// When to look at a log that must not grow past its cap, and what to drop of it: sizes in, decisions out.
struct LogCapPlan: Hashable {
  /// Bytes of log that may be kept; more than 0.
  let maximumBytes: Int64

  /// Bytes at the beginning that are never dropped: a quarter of the cap, at most 64 MiB.
  var headBytes: Int64 { min(maximumBytes / 4, 64 << 20) }

  /// Bytes that are left when something was dropped: three quarters, so that the log is not at its cap all the
  /// time.
  var goalBytes: Int64 { maximumBytes - maximumBytes / 4 }

  /// Bytes behind a place within which the start of a line is looked for.
  var lineReach: Int64 { min(maximumBytes / 16, 64 << 10) }

  // MARK: What to drop

  /// What is to be missing of a log of `size` bytes; nil as long as nothing more need be dropped.
  ///
  /// - Parameter gap: what is missing already; empty when nothing is. The result holds it and begins where it does.
  func gap(size: Int64, soFar gap: Range<Int64>) -> Range<Int64>? {
    guard kept(size: size, gap: gap) > maximumBytes else { return nil }
    let start = gap.isEmpty ? headBytes : gap.lowerBound
    let tail = max(0, goalBytes - start)
    return start..<(size - tail)
  }

  /// Bytes of a log of `size` bytes that are not in its gap.
  func kept(size: Int64, gap: Range<Int64>) -> Int64 { size - (gap.upperBound - gap.lowerBound) }

  // MARK: When to look

  /// Seconds between two looks at least, so that a flood costs few of them.
  static let shortestInterval = 0.2
  /// Seconds between two looks at most.
  static let longestInterval = 30.0
  /// Bytes per second that a silent training may suddenly print.
  private static let flood = 256.0 * 1024 * 1024
  /// Bytes past the cap that such a flood may have reached when it is first seen.
  private static let overshoot = 1024.0 * 1024 * 1024

  /// Seconds to the next look at a log.
  ///
  /// At the pace that was seen half of the room is left then; whatever the pace was, a flood is seen in time.
  ///
  /// - Parameters:
  ///   - kept: bytes that are not in the gap now.
  ///   - growth: bytes that came since the last look.
  ///   - elapsed: seconds since the last look.
  func interval(kept: Int64, growth: Int64, elapsed: Double) -> Double {
    let room = Double(max(0, maximumBytes - kept))
    let pace = elapsed > 0 ? Double(max(0, growth)) / elapsed : 0
    let untilFlooded = (room + Self.overshoot) / Self.flood
    let untilHalfFull = pace > 0 ? room / pace / 2 : .infinity
    return min(max(min(untilFlooded, untilHalfFull), Self.shortestInterval), Self.longestInterval)
  }
}
