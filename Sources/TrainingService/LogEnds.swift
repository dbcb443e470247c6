package import LogReading

/// The first and the last bytes of a log that comes as a stream, however long it gets.
package struct LogEnds: Sendable {
  private static let headBytes = Int(LogExcerpt.headBytes)
  private static let tailBytes = Int(LogExcerpt.tailBytes)

  private var head: [UInt8] = []
  /// The newest bytes behind the head, at times up to twice as many as are looked at.
  private var tail: [UInt8] = []
  /// Bytes behind the head that were dropped.
  private var dropped: Int64 = 0

  package init() {}

  /// Takes the next bytes.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    let toHead = bytes.prefix(Self.headBytes - head.count)
    head += toHead
    tail += bytes[toHead.endIndex...]
    if tail.count > 2 * Self.tailBytes { dropTail(to: Self.tailBytes) }
  }

  private mutating func dropTail(to count: Int) {
    let surplus = tail.count - count
    guard surplus > 0 else { return }
    tail.removeFirst(surplus)
    dropped += Int64(surplus)
  }

  /// Clean lines in order, with a gap where something was dropped.
  package var lines: [LogLine] {
    var ends = self
    ends.dropTail(to: Self.tailBytes)
    if ends.dropped == 0 { return LogExcerpt.lines(in: (head + ends.tail)[...], at: 0) }
    return LogExcerpt.lines(in: head[...], at: 0)
      + LogExcerpt.lines(
        in: ends.tail[...], at: Int64(head.count) + ends.dropped, skippingPartial: true)
  }
}
