internal import Platform

/// What a training itself wrote down of its life.
package struct Truth: Hashable, Sendable {
  /// How it meant to end, just before it did.
  package enum End: Hashable, Sendable {
    case exited(code: Int32)
    case signalled(String)
  }

  /// When its first line ran, in seconds since the machine was started; nil when it never did.
  package var startedAt: Double?
  /// When its last line ran; nil when it did not come that far.
  package var endedAt: Double?
  package var end: End?
  /// Seconds that it waited for a processor, as far as it has told.
  package var delay: Double

  package init(startedAt: Double? = nil, endedAt: Double? = nil, end: End? = nil, delay: Double = 0) {
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.end = end
    self.delay = delay
  }

  /// Reads what a training has written at `path`.
  package init(at path: String) {
    self.init(start: Self.words(path + ".start"), end: Self.words(path + ".end"))
  }

  /// - Parameters:
  ///   - start: the words of the line that it wrote at its start; none when it wrote none, or was killed meanwhile.
  ///   - end: those of its end.
  init(start: [String], end: [String]) {
    self.init()
    if start.count == 2, let instant = Double(start[0]) {
      startedAt = instant
      delay = (Double(start[1]) ?? 0) / 1e9
    }
    guard end.count == 4, let instant = Double(end[0]) else { return }
    switch end[2] {
    case "exit": self.end = Int32(end[3]).map(End.exited)
    case "signal": self.end = .signalled(end[3])
    default: return
    }
    endedAt = instant
    delay = (Double(end[1]) ?? 0) / 1e9
  }

  private static func words(_ path: String) -> [String] {
    // A file that cannot be read was never made: the training did not come that far.
    guard let bytes = try? FileSystem.read(path, limit: 256), bytes.last == UInt8(ascii: "\n") else {
      return []
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self).split(separator: " ").map(String.init)
  }
}
