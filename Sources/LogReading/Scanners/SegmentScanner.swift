/// Finds the end of a segment and its traits in one pass.
///
/// This is the only code that sees every byte of a flood, so it works on a raw buffer with one table look-up
/// a byte; everything behind it runs only on lines that have something to say.
struct SegmentScanner {
  /// The end of a segment in a buffer, and what it is made of.
  struct Result {
    /// The index of the terminator, or the end of the buffer.
    var end: Int
    var isTerminated: Bool
    var traits: LineTraits
  }

  private static let terminator: UInt16 = 1 << 15
  private static let letter: UInt16 = 1 << 14
  /// Letters that begin a word of `LineTraits`.
  private static let initial: UInt16 = 1 << 13
  private static let traitMask: UInt16 = 0x01FF

  /// The class of every byte: low bits are traits of `LineTraits`.
  private static let classes: [UInt16] = (0...255).map { (value: Int) -> UInt16 in
    let byte = UInt8(value)
    var mask: LineTraits = []
    switch byte {
    case ASCII.lineFeed, ASCII.carriageReturn: return terminator
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

  /// Scans `bytes` from `start` to the first line feed or carriage return.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Result {
    let words = TraitWords.shared
    return classes.withUnsafeBufferPointer { table in
      var index = start
      var seen: UInt16 = 0
      var found: LineTraits = []
      var previous: UInt16 = 0
      let count = bytes.count
      while index < count {
        let bits = table[Int(bytes[index])]
        if bits & terminator != 0 {
          return Result(end: index, isTerminated: true, traits: traits(seen, found))
        }
        seen |= bits
        if bits & initial != 0, previous & letter == 0 { found.formUnion(words.traits(bytes, at: index)) }
        previous = bits
        index += 1
      }
      return Result(end: count, isTerminated: false, traits: traits(seen, found))
    }
  }

  private static func traits(_ seen: UInt16, _ words: LineTraits) -> LineTraits {
    words.union(LineTraits(rawValue: UInt32(seen & traitMask)))
  }
}
