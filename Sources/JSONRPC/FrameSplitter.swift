/// Cuts a stream of bytes into lines, however they arrive.
///
/// A line may end in LF or CRLF; lines of nothing but spaces are passed over. A line that grows beyond the
/// limit is not kept: its bytes are dropped as they come, and what is told is how many there were.
package struct FrameSplitter {
  /// One line of input.
  package enum Frame: Hashable, Sendable {
    case line(ArraySlice<UInt8>)
    /// A line that was longer than the limit, with its length in bytes.
    case tooLong(bytes: Int)
  }

  /// Bytes that a line may have; no message of the protocol to a server comes near.
  package static let maximumLineBytes = 16 << 20

  private let limit: Int
  private var pending: [UInt8] = []
  /// Bytes of the present line that were dropped; 0 while it is within the limit.
  private var dropped = 0

  package init(maximumLineBytes limit: Int = Self.maximumLineBytes) { self.limit = limit }

  /// Takes the next bytes and returns the lines that they complete.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) -> [Frame] {
    var frames: [Frame] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: Self.lineFeed) {
      keep(rest[..<end])
      if let frame = takeLine() { frames.append(frame) }
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return frames
  }

  /// The line that the end of input completes, if there is one.
  package mutating func finish() -> Frame? { takeLine() }

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    if dropped > 0 || pending.count + bytes.count > limit {
      dropped += pending.count + bytes.count
      pending = []
    } else {
      pending.append(contentsOf: bytes)
    }
  }

  private mutating func takeLine() -> Frame? {
    if dropped > 0 {
      defer { dropped = 0 }
      return .tooLong(bytes: dropped)
    }
    let line = pending
    pending = []
    var end = line.endIndex
    if line.last == Self.carriageReturn { end -= 1 }
    guard line[..<end].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != Self.carriageReturn }) else {
      return nil
    }
    return .line(line[..<end])
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}
