/// Finds the end of a segment, and its traits.
///
/// This is the only code that sees every byte of a flood, so it works on raw memory: the end is sought 32 bytes
/// at a time, and the traits take one table look-up a byte. Everything behind it runs only on lines that have
/// something to say.
struct SegmentScanner {
  private static let letter: UInt16 = 1 << 14
  /// Letters that begin a word of `LineTraits`.
  private static let initial: UInt16 = 1 << 13
  private static let traitMask: UInt16 = 0x01FF

  /// The class of every byte, whose low bits are traits of `LineTraits`; made once, never changed and never freed.
  nonisolated(unsafe) private static let classes: UnsafePointer<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    for value in 0...255 { (table + value).initialize(to: bits(of: UInt8(value))) }
    return UnsafePointer(table)
  }()

  private static func bits(of byte: UInt8) -> UInt16 {
    var mask: LineTraits = []
    switch byte {
    case ASCII.tab: return 0
    case 0..<0x20, ASCII.delete: mask = .control
    case UInt8(ascii: "0")...UInt8(ascii: "9"): mask = .digit
    case ASCII.percent: mask = .percent
    case ASCII.pipe: mask = .pipe
    case ASCII.openBrace: mask = .brace
    case ASCII.openBracket: mask = .bracket
    case ASCII.slash: mask = .slash
    case ASCII.colon, ASCII.equals: mask = .pair
    case 0x80...: mask = .nonASCII
    default: break
    }
    var bits = UInt16(truncatingIfNeeded: mask.rawValue)
    if ASCII.isLetter(byte) {
      bits |= letter
      if TraitWords.initials.contains(ASCII.lower(byte)) { bits |= initial }
    }
    return bits
  }

  /// The index of the first line feed or carriage return from `start` on; nil when there is none.
  static func terminator(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let lineFeeds = SIMD32<UInt8>(repeating: ASCII.lineFeed)
    let returns = SIMD32<UInt8>(repeating: ASCII.carriageReturn)
    var index = start
    while index + 32 <= bytes.count {
      let block = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD32<UInt8>.self)
      if any((block .== lineFeeds) .| (block .== returns)) { break }
      index += 32
    }
    while index < bytes.count {
      if base[index] == ASCII.lineFeed || base[index] == ASCII.carriageReturn { return index }
      index += 1
    }
    return nil
  }

  /// What the bytes of `range` are made of.
  static func traits(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> LineTraits {
    guard let base = bytes.baseAddress else { return [] }
    let table = classes
    let words = TraitWords.shared
    var seen: UInt16 = 0
    var found: UInt32 = 0
    var previous: UInt16 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let bits = table[Int(base[index])]
      seen |= bits
      if bits & initial != 0, previous & letter == 0, index + 4 <= range.upperBound {
        found |= words.traits(UnsafeRawPointer(base + index))
      }
      previous = bits
      index += 1
    }
    return LineTraits(rawValue: found | UInt32(seen & traitMask))
  }

  /// What a whole text is made of.
  static func traits(of text: [UInt8]) -> LineTraits {
    text.withUnsafeBufferPointer { traits(of: $0, in: 0..<$0.count) }
  }
}
