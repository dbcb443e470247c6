/// A clean line as the rules read it: its bytes, the same in small letters, and its traits.
struct LineText {
  let bytes: [UInt8]
  /// ASCII capitals made small; same length as `bytes`.
  let lower: [UInt8]
  let traits: LineTraits
  /// Bytes from the start of the file to the segment.
  let offset: Int64

  init(bytes: [UInt8], traits: LineTraits, offset: Int64) {
    self.bytes = bytes
    lower = bytes.map(ASCII.lower)
    self.traits = traits
    self.offset = offset
  }

  /// The line as it is shown.
  var logLine: LogLine { LogLine(offset: offset, text: LogText.cleanLine(bytes[...])) }

  /// A part of the line, without repair: the bytes are valid UTF-8 as a whole.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where `word`, written in small letters, occurs first in `range`.
  func find(_ word: StaticString, in range: Range<Int>? = nil) -> Int? {
    lower.firstIndex(of: word, in: range ?? 0..<lower.count)
  }

  /// Whether `word`, written in small letters, occurs.
  func has(_ word: StaticString) -> Bool { find(word) != nil }

  /// The first byte that is no blank.
  var firstInk: Int? { bytes.firstIndex { !ASCII.isBlank($0) } }

  /// The index after the blanks at `index`.
  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
    return index
  }
}

extension Array where Element == UInt8 {
  /// Where `word` occurs first in `range`.
  func firstIndex(of word: StaticString, in range: Range<Int>) -> Int? {
    let length = word.utf8CodeUnitCount
    guard range.count >= length, length > 0 else { return nil }
    let start = word.utf8Start
    return withUnsafeBufferPointer { bytes in
      let first = start[0]
      var index = range.lowerBound
      let last = range.upperBound - length
      while index <= last {
        if bytes[index] == first {
          var offset = 1
          while offset < length, bytes[index + offset] == start[offset] { offset += 1 }
          if offset == length { return index }
        }
        index += 1
      }
      return nil
    }
  }

  /// Whether `word` stands at `index`.
  func hasWord(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for offset in 0..<length where self[index + offset] != word.utf8Start[offset] { return false }
    return true
  }
}
