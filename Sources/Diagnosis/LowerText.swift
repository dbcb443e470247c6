/// Text in small letters that is searched many times.
struct LowerText: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  /// Whether `word`, written in small letters, occurs.
  func has(_ word: String) -> Bool { find(word) != nil }

  /// Whether all of `words` occur.
  func hasAll(_ words: [String]) -> Bool { words.allSatisfy(has) }

  /// The offset of the first occurrence of `word`, in bytes.
  func find(_ word: String) -> Int? {
    var word = word
    return word.withUTF8 { word in
      guard let first = word.first, bytes.count >= word.count else { return nil }
      return bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        let last = bytes.count - word.count
        while index <= last {
          if bytes[index] == first {
            var offset = 1
            while offset < word.count, bytes[index + offset] == word[offset] { offset += 1 }
            if offset == word.count { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }
}
