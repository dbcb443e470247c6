/// Looks for bytes in bytes: text is searched as it is stored, not by characters.
enum ByteSearch {
  /// Whether a text holds a word, which is not empty, byte for byte.
  static func has(_ word: String, in text: String) -> Bool {
    var (word, text) = (word, text)
    return word.withUTF8 { word in text.withUTF8 { find(word, in: $0) != nil } }
  }

  /// The offset of the first occurrence of `word`, which is not empty.
  static func find(_ word: [UInt8], in bytes: [UInt8]) -> Int? {
    word.withUnsafeBufferPointer { word in bytes.withUnsafeBufferPointer { find(word, in: $0) } }
  }

  /// The same of bytes wherever they lie.
  static func find(_ word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    let last = bytes.count - word.count
    var index = 0
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
