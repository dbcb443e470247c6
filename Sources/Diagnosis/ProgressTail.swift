/// What a program printed behind a progress bar on one line: `45%|███ | 9/20 [00:03<00:04, 2.6it/s]Killed`.
enum ProgressTail {
  private static let rates = ["it/s", "s/it", "B/s"].map { Array($0.utf8) }
  private static let shortest = 8

  /// The text behind the last bar; the whole text where no bar stands, or nothing behind it.
  static func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let close = bytes.lastIndex(of: 0x5D).flatMap({ lastBar(in: bytes, before: $0) }) else {
      return text
    }
    let tail = bytes[(close + 1)...].drop { $0 == 0x20 }
    return tail.count < shortest ? text : String(decoding: tail, as: UTF8.self)
  }

  /// The bracket that closes the last bar.
  private static func lastBar(in bytes: [UInt8], before last: Int) -> Int? {
    var close: Int? = last
    while let end = close {
      if let open = bytes[..<end].lastIndex(of: 0x5B), open < end,
        rates.contains(where: { ByteSearch.find($0, in: Array(bytes[open..<end])) != nil })
      {
        return end
      }
      close = bytes[..<end].lastIndex(of: 0x5D)
    }
    return nil
  }
}
