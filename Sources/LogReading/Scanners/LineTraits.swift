/// What one look at the bytes of a line tells: cheap to find, and enough to leave most lines alone.
struct LineTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  // Characters.
  static let digit = LineTraits(rawValue: 1 << 0)
  static let percent = LineTraits(rawValue: 1 << 1)
  static let pipe = LineTraits(rawValue: 1 << 2)
  static let brace = LineTraits(rawValue: 1 << 3)
  static let bracket = LineTraits(rawValue: 1 << 4)
  static let slash = LineTraits(rawValue: 1 << 5)
  /// `:` or `=`.
  static let pair = LineTraits(rawValue: 1 << 6)
  static let nonASCII = LineTraits(rawValue: 1 << 7)
  /// Control characters other than tab: the line must be cleaned before it is read.
  static let control = LineTraits(rawValue: 1 << 8)

  // Words, by their first four letters, at the start of a word.
  static let epoch = LineTraits(rawValue: 1 << 16)
  static let step = LineTraits(rawValue: 1 << 17)
  static let train = LineTraits(rawValue: 1 << 18)
  /// Words of writing: saved, checkpoint, stored.
  static let save = LineTraits(rawValue: 1 << 19)
  static let evaluation = LineTraits(rawValue: 1 << 20)
  static let event = LineTraits(rawValue: 1 << 21)
  /// Words of results: loss, accuracy, score.
  static let metric = LineTraits(rawValue: 1 << 22)
  /// Words of ending: completed, finished, done.
  static let ending = LineTraits(rawValue: 1 << 23)
  static let iteration = LineTraits(rawValue: 1 << 24)
  static let stage = LineTraits(rawValue: 1 << 25)
  static let rollout = LineTraits(rawValue: 1 << 26)
  static let building = LineTraits(rawValue: 1 << 27)
  /// Words of a GPU: CUDA, cuDNN.
  static let device = LineTraits(rawValue: 1 << 28)
  static let progress = LineTraits(rawValue: 1 << 29)

  /// Set by the reader, not the scanner: rows of a table or the like may follow.
  static let table = LineTraits(rawValue: 1 << 31)
}
