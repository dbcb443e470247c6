/// Looks for bytes in bytes: text is searched as it is stored, not by characters.
enum ByteSearch {
  /// The offset of the first occurrence of `word`, which is not empty.
  static func find(_ word: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
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
  }
}
