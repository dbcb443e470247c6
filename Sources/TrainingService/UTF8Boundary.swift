/// Where characters begin and end in UTF-8.
enum UTF8Boundary {
  /// How many bytes at the end begin a character that is not complete; 0 also where the end is no UTF-8.
  static func incompleteSuffix(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      let needed =
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      return needed > length ? length : 0
    }
    return 0
  }

  /// How many bytes at the start belong to a character that began before them.
  static func continuationPrefix(of bytes: [UInt8]) -> Int {
    bytes.prefix(3).prefix { $0 & 0b1100_0000 == 0b1000_0000 }.count
  }
}
