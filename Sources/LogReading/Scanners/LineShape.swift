/// What the lines of a loop have in common: a line without its numbers and without how it is padded.
enum LineShape {
  /// A digest of the bytes of `line` from `start` on.
  static func of(_ line: LineText, from start: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var index = line.skipBlanks(start)
    while index < line.bytes.count {
      let byte = line.bytes[index]
      let isSign = byte == ASCII.minus || byte == ASCII.plus || byte == ASCII.period
      let next = index + 1
      let isAtWord = index == 0 || !ASCII.isLetter(line.bytes[index - 1])
      if ASCII.isDigit(byte) || isSign && next < line.bytes.count || isAtWord && isLetterOfNoNumber(byte),
        let number = line.number(at: index), number.end > index
      {
        add(UInt8(ascii: "#"))
        index = number.end
      } else if ASCII.isBlank(byte) {
        index = line.skipBlanks(index)
        if index < line.bytes.count { add(ASCII.space) }
      } else {
        add(byte)
        index = next
      }
    }
    return Int(bitPattern: UInt(hash >> 1))
  }

  /// Whether `nan` or `inf` may begin here.
  private static func isLetterOfNoNumber(_ byte: UInt8) -> Bool {
    ASCII.lower(byte) == UInt8(ascii: "n") || ASCII.lower(byte) == UInt8(ascii: "i")
  }
}
