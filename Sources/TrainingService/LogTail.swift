/// Collects the last lines of a log that is read backwards.
struct LogTail {
  /// Bytes that are read at once.
  static let blockBytes: Int64 = 64 << 10

  let wantedLines: Int
  let maximumBytes: Int
  /// Newest first.
  private var lines: [[UInt8]] = []
  private var bytes = 0
  /// The bytes before the first line end that was seen: the end of a line whose start is not read yet.
  private var rest: [UInt8] = []
  private var restStart: Int64 = 0
  /// Whether lines that were wanted did not fit.
  private(set) var wasCut = false
  /// Where the oldest collected line begins.
  private(set) var start: Int64?

  private static let lineFeed = UInt8(ascii: "\n")

  init(wantedLines: Int, maximumBytes: Int) {
    self.wantedLines = wantedLines
    self.maximumBytes = maximumBytes
  }

  var isFull: Bool { wasCut || lines.count >= wantedLines }

  /// The lines, oldest first.
  var content: [UInt8] { Array(lines.reversed().joined()) }

  /// Takes the block before the last one and returns the lines that it completes, newest first.
  mutating func takeLines(
    _ block: [UInt8], at blockStart: Int64, isFirstBlock: Bool
  ) -> [(offset: Int64, line: [UInt8])] {
    var found: [(offset: Int64, line: [UInt8])] = []
    var end = block.count
    // The line feed at the very end of the log ends its last line; it does not begin one.
    var search = rest.isEmpty && lines.isEmpty && block.last == Self.lineFeed ? end - 1 : end
    while let feed = block[..<search].lastIndex(of: Self.lineFeed) {
      found.append((blockStart + Int64(feed) + 1, Array(block[(feed + 1)..<end]) + rest))
      rest = []
      end = feed + 1
      search = feed
    }
    rest = Array(block[..<end]) + rest
    restStart = blockStart
    return found.filter { !$0.line.isEmpty }
  }

  /// The line whose start was not looked for any further.
  mutating func takeRest() -> (offset: Int64, line: [UInt8])? {
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return (restStart, rest)
  }

  /// Adds the line before the ones that are there.
  mutating func add(_ line: [UInt8], at offset: Int64) {
    guard bytes + line.count <= maximumBytes else {
      wasCut = true
      guard lines.isEmpty else { return }
      // The very last line alone is too long: its end says more than nothing.
      var end = Array(line.suffix(maximumBytes))
      end.removeFirst(UTF8Boundary.continuationPrefix(of: end))
      lines.append(end)
      start = offset
      return
    }
    lines.append(line)
    bytes += line.count
    start = offset
  }
}
