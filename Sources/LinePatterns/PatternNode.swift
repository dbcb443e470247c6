/// A pattern as a tree.
indirect enum PatternNode: Hashable {
  case empty
  case set(ScalarSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// `most` is nil for any number of times.
  case repeated(PatternNode, least: Int, most: Int?)
  case place(Place)

  /// What is true between two characters.
  enum Place: Hashable {
    case start, end, wordBoundary, noWordBoundary
  }
}
