/// How the characters of a log are written, as its first bytes say.
enum LogEncoding: String {
  case utf8 = "utf-8"
  /// UTF-16, the low byte first, as redirections of PowerShell write it.
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// The longest byte order mark.
  static let markLength = 3

  /// The encoding and the length of the mark; nil while more bytes are needed to tell.
  static func detect(_ head: [UInt8]) -> (encoding: LogEncoding, mark: Int)? {
    switch (head.first, head.dropFirst().first, head.dropFirst(2).first) {
    case (nil, _, _), (0xFF, nil, _), (0xFE, nil, _), (0xEF, nil, _), (0xEF, 0xBB, nil): nil
    case (0xFF, 0xFE, _): (.utf16LittleEndian, 2)
    case (0xFE, 0xFF, _): (.utf16BigEndian, 2)
    case (0xEF, 0xBB, 0xBF): (.utf8, 3)
    default: (.utf8, 0)
    }
  }
}
