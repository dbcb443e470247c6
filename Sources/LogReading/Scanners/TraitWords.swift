/// Words that make a line worth reading, by their first four letters in small.
///
/// A flat hash table: the scanner asks for every word of a flood that begins with one of the right letters.
struct TraitWords {
  nonisolated(unsafe) static let shared = TraitWords()

  /// The letters that the words begin with, small.
  static let initials = Set(words.map { $0.start.utf8Start[0] })

  private static let words: [(start: StaticString, traits: LineTraits)] = [
    ("epoc", .epoch), ("pass", .epoch),
    ("step", .step), ("batc", .step), ("upda", .step), ("mini", .step), ("epis", .step),
    ("iter", .iteration), ("roun", .iteration), ("itr ", .iteration), ("gene", .iteration),
    ("cycl", .iteration),
    ("trai", .train), ("fitt", .train), ("fit ", .train),
    ("save", .save), ("savi", .save), ("chec", .save), ("writ", .save), ("wrot", .save), ("expo", .save),
    ("stor", .save),
    ("eval", .evaluation), ("vali", .evaluation), ("test", .evaluation), ("pred", .evaluation),
    ("fing", .evaluation), ("pipe", .evaluation),
    ("even", .event),
    ("prog", .progress), ("norm", .metric), ("cost", .metric), ("stag", .stage), ("phas", .stage),
    ("roll", .rollout),
    ("loss", .metric), ("accu", .metric), ("rmse", .metric), ("scor", .metric), ("metr", .metric),
    ("lear", .metric), ("best", [.metric, .ending]), ("perp", .metric), ("dice", .metric), ("psnr", .metric),
    ("iner", .metric), ("acc@", .metric), ("acc1", .metric), ("top1", .metric), ("rewa", .metric),
    ("diff", .metric), ("map:", .metric), ("miou", .metric), ("reca", .metric), ("ndcg", .metric),
    ("hit@", .metric), ("mape", .metric), ("mae:", .metric), ("mse:", .metric), ("fitn", .metric),
    ("retu", .metric), ("tick", .step),
    ("buil", .building),
    ("comp", .ending), ("fini", .ending), ("done", .ending), ("stop", .ending), ("end ", .ending),
    ("succ", .ending), ("earl", .ending), ("noth", .ending), ("alre", .ending), ("conv", .ending),
    ("impr", .ending), ("fina", .ending),
    ("cuda", .device), ("cudn", .device),
  ]

  private static let size = 256

  /// The words as numbers, 0 where a place is free; made once, never changed and never freed.
  private let keys: UnsafePointer<UInt32>
  private let values: UnsafePointer<UInt32>

  private init() {
    let keys = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.size)
    let values = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.size)
    keys.initialize(repeating: 0, count: Self.size)
    values.initialize(repeating: 0, count: Self.size)
    for word in Self.words {
      let key = Self.key(UnsafeRawPointer(word.start.utf8Start))
      var place = Self.place(key)
      while keys[place] != 0 { place = (place + 1) % Self.size }
      keys[place] = key
      values[place] = word.traits.rawValue
    }
    self.keys = UnsafePointer(keys)
    self.values = UnsafePointer(values)
  }

  /// What the word whose first four bytes stand at `word` makes of its line.
  @inline(__always)
  func traits(_ word: UnsafeRawPointer) -> UInt32 {
    let key = Self.key(word)
    var place = Self.place(key)
    while keys[place] != 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) % Self.size
    }
    return 0
  }

  /// Four bytes as one number; setting the bit makes letters small, and leaves a blank as it is.
  @inline(__always)
  private static func key(_ word: UnsafeRawPointer) -> UInt32 {
    word.loadUnaligned(as: UInt32.self) | 0x2020_2020
  }

  @inline(__always)
  private static func place(_ key: UInt32) -> Int { Int((key &* 2_654_435_761) >> 24) }
}
