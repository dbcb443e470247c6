/// Text in small letters that is searched many times.
struct LowerText: Sendable {
  private let bytes: [UInt8]
  /// Which pairs of neighboring bytes occur, by a hash of 12 bits: most words are ruled out by that alone.
  private let pairs: [UInt64]

  init(_ text: String) {
    bytes = text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var pairs = [UInt64](repeating: 0, count: 64)
    bytes.withUnsafeBufferPointer { bytes in
      pairs.withUnsafeMutableBufferPointer { pairs in
        for index in bytes.indices.dropFirst() {
          let hash = Self.hash(bytes[index - 1], bytes[index])
          pairs[hash >> 6] |= 1 << UInt64(hash & 63)
        }
      }
    }
    self.pairs = pairs
  }

  private static func hash(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 61 ^ Int(second)) & 4095
  }

  /// The hashes of the pairs of neighboring bytes of a word, 0 to 4095.
  static func pairs(of word: String) -> [UInt16] {
    let bytes = Array(word.utf8)
    return zip(bytes, bytes.dropFirst()).map { UInt16(hash($0, $1)) }
  }

  /// Does something with the bits that say which pairs occur, 64 to a word, by their hash.
  func withPairs<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    pairs.withUnsafeBufferPointer(body)
  }

  /// Whether `word`, written in small letters, occurs.
  func has(_ word: String) -> Bool { find(word) != nil }

  /// Whether all of `words` occur.
  func hasAll(_ words: [String]) -> Bool { words.allSatisfy(has) }

  /// The offset of the first occurrence of `word`, in bytes.
  func find(_ word: String) -> Int? {
    var word = word
    return word.withUTF8 { word in
      guard mayHold(word) else { return nil }
      return bytes.withUnsafeBufferPointer { ByteSearch.find(word, in: $0) }
    }
  }

  /// Whether every pair of the word may be there.
  private func mayHold(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    pairs.withUnsafeBufferPointer { pairs in
      var index = 1
      while index < word.count {
        let hash = Self.hash(word[index - 1], word[index])
        if pairs[hash >> 6] & 1 << UInt64(hash & 63) == 0 { return false }
        index += 1
      }
      return true
    }
  }
}
