/// The beginning of a line with every time of day in it put as one byte, so that lines that differ only in when they
/// were written begin alike.
struct TimeMask {
  /// Bytes of a line that are looked at.
  private static let reach = 160
  /// Stands for a time, with the date beside it.
  private static let mark: UInt8 = 0

  /// The beginning of the line with its times put as marks.
  private(set) var bytes: [UInt8] = []
  /// For each byte of `bytes`, where in the line it ends.
  private(set) var ends: [Int] = []

  init(_ line: some Collection<UInt8>) {
    let head = Array(line.prefix(Self.reach))
    var index = 0
    while index < head.count {
      let end = Self.isDigit(head[index]) ? Self.timeEnd(head, from: index) : index
      bytes.append(end > index ? Self.mark : head[index])
      index = max(end, index + 1)
      ends.append(index)
    }
  }

  /// Whether it holds a time.
  var hasTime: Bool { bytes.contains(Self.mark) }

  /// The end of the date and time of day (`2026-01-02 03:04:05,123`, `03:04:05.6Z`) that begins at `start`; `start`
  /// where none does.
  private static func timeEnd(_ head: [UInt8], from start: Int) -> Int {
    var end = start
    var colons = 0
    while end < head.count {
      let byte = head[end]
      if byte == 0x3A, end + 1 < head.count, isDigit(head[end + 1]) {
        colons += 1
      } else if byte == 0x20 || byte == 0x3A {
        guard byte == 0x20, colons < 2, end + 1 < head.count, isDigit(head[end + 1]) else { break }
      } else if !isDigit(byte), !"-/.,TZ+".utf8.contains(byte) {
        break
      }
      end += 1
    }
    return colons >= 2 ? end : start
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
