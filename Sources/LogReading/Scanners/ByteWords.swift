/// A set of words in small letters that is asked with bytes: no text is made for the question.
struct ByteWords: Sendable {
  private let words: [[UInt8]]
  /// The place of the first word of each bucket in `words`.
  private let buckets: [Range<Int>]

  init(_ words: [StaticString]) {
    let all = words.map { Array(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)) }
    var sorted: [[UInt8]] = []
    var buckets: [Range<Int>] = []
    for bucket in 0..<Self.size {
      let start = sorted.count
      sorted += all.filter { Self.bucket($0[...]) == bucket }
      buckets.append(start..<sorted.count)
    }
    self.words = sorted
    self.buckets = buckets
  }

  private static let size = 128

  /// Whether the bytes, whatever their case, are one of the words.
  func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    words[buckets[Self.bucket(bytes)]].contains { word in
      word.count == bytes.count && zip(word, bytes).allSatisfy { $0 == ASCII.lower($1) }
    }
  }

  /// By the length and both ends of a word.
  private static func bucket(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    return (bytes.count &* 31 &+ Int(ASCII.lower(first)) &* 7 &+ Int(ASCII.lower(last))) & (size - 1)
  }
}
