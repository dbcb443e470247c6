/// Words that make a line worth reading, by their first four letters in small.
///
/// A flat hash table: the scanner asks for every word of a flood that begins with one of the right letters.
struct TraitWords: Sendable {
  static let shared = TraitWords()

  /// The letters that the words begin with, small.
  static let initials = Set(words.map { $0.start.utf8Start[0] })

  private static let words: [(start: StaticString, traits: LineTraits)] = [
    ("epoc", .epoch), ("pass", .epoch),
    ("step", .step), ("batc", .step), ("upda", .step),
    ("iter", .iteration), ("roun", .iteration),
    ("trai", .train), ("fine", .train), ("fitt", .train),
    ("save", .save), ("savi", .save), ("chec", .save), ("writ", .save), ("wrot", .save), ("expo", .save),
    ("eval", .evaluation), ("vali", .evaluation), ("test", .evaluation), ("pred", .evaluation),
    ("even", .event),
    ("stag", .stage), ("phas", .stage), ("roll", .rollout),
    ("loss", .metric), ("accu", .metric), ("rmse", .metric), ("scor", .metric), ("metr", .metric),
    ("lear", .metric), ("best", .metric),
    ("comp", .ending), ("fini", .ending), ("done", .ending), ("stop", .ending), ("end ", .ending),
    ("succ", .ending),
  ]

  private static let size = 256

  /// The words as numbers; 0 where a place is free.
  private let keys: [UInt32]
  private let values: [UInt32]

  private init() {
    var keys = [UInt32](repeating: 0, count: Self.size)
    var values = keys
    for word in Self.words {
      let key = Self.key(UnsafeBufferPointer(start: word.start.utf8Start, count: 4), at: 0)
      var place = Self.place(key)
      while keys[place] != 0 { place = (place + 1) % Self.size }
      keys[place] = key
      values[place] = word.traits.rawValue
    }
    self.keys = keys
    self.values = values
  }

  /// What the word at `index` makes of its line.
  func traits(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> LineTraits {
    guard index + 3 < bytes.count else { return [] }
    let key = Self.key(bytes, at: index)
    var place = Self.place(key)
    while keys[place] != 0 {
      if keys[place] == key { return LineTraits(rawValue: values[place]) }
      place = (place + 1) % Self.size
    }
    return []
  }

  /// Four bytes as one number; setting the bit makes letters small, and leaves a blank as it is.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    var key: UInt32 = 0
    for offset in 0..<4 { key = key << 8 | UInt32(bytes[index + offset] | 0x20) }
    return key
  }

  private static func place(_ key: UInt32) -> Int { Int((key &* 2_654_435_761) >> 24) }
}
