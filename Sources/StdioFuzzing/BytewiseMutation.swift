internal import TestSupport

/// Damage to the bytes of a line, whatever they say.
enum BytewiseMutation {
  static func any(of bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    func place(_ bound: Int) -> Int { Int.random(in: 0...max(0, bound), using: &random) }
    var bytes = bytes
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return Array(bytes[..<place(bytes.count)])
    case 1: return Array(bytes[place(bytes.count)...])
    case 2: return bytes + [UInt8(ascii: "\r")]
    case 3: return bytes + [UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    case 4: return bytes + bytes  // two messages and no line end between them
    case 5: bytes.insert(UInt8(ascii: "\n"), at: place(bytes.count))
    case 6: bytes.insert(0, at: place(bytes.count))
    case 7: bytes.insert(contentsOf: invalidUTF8.randomElement(using: &random) ?? [], at: place(bytes.count))
    case 8: return Array(repeating: UInt8(ascii: " "), count: place(64)) + bytes
    case 9: return []
    case 10: return Array("{\"id\":7,".utf8) + bytes.dropFirst()  // an identifier twice
    case 11: return Array(repeating: UInt8(ascii: "["), count: 1 << place(14))
    case 12: return (0..<place(200)).map { _ in UInt8.random(in: 0...255, using: &random) }
    default:
      guard !bytes.isEmpty else { return bytes }
      for _ in 0...place(8) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  private static let invalidUTF8: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB, 0xBF],
    Array("\\ud800".utf8), Array("\\u0000".utf8),
  ]
}
