/// A clean line as the rules read it: its bytes, the same in small letters, and its traits.
struct LineText {
  /// What launchers put in front, which the rules do not see.
  private let prefix: ArraySlice<UInt8>
  let bytes: [UInt8]
  /// ASCII capitals made small; same length as `bytes`.
  let lower: [UInt8]
  let traits: LineTraits
  /// Bytes from the start of the file to the segment.
  let offset: Int64

  init(bytes: [UInt8], traits: LineTraits, offset: Int64) {
    let start = LaunchPrefix.length(in: bytes)
    prefix = bytes[..<start]
    self.bytes = start == 0 ? bytes : Array(bytes[start...])
    lower = self.bytes.map(ASCII.lower)
    self.traits = traits
    self.offset = offset
  }

  /// What stands behind the first `start` bytes of a line, as a line.
  init(behind start: Int, of line: LineText) {
    prefix = line.prefix + line.bytes[..<start]
    bytes = Array(line.bytes[start...])
    lower = Array(line.lower[start...])
    traits = line.traits
    offset = line.offset
  }

  /// The line as it is shown.
  var logLine: LogLine { LogLine(offset: offset, text: LogText.cleanLine((prefix + bytes)[...])) }

  /// A part of the line, without repair: the bytes are valid UTF-8 as a whole.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where `word`, written in small letters, occurs first in `range`.
  func find(_ word: StaticString, in range: Range<Int>? = nil) -> Int? {
    lower.firstIndex(of: word, in: range ?? 0..<lower.count)
  }

  /// Where `word`, written in small letters, occurs last and ends at or before `end`.
  func lastIndex(of word: StaticString, before end: Int) -> Int? {
    var index = end - word.utf8CodeUnitCount
    while index >= 0 {
      if lower.hasWord(word, at: index) { return index }
      index -= 1
    }
    return nil
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
    let first = word.utf8Start[0]
    let last = word.utf8Start[length - 1]
    return withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      // Places are sought 32 at a time by the first and the last byte of the word.
      let firsts = SIMD32<UInt8>(repeating: first)
      let lasts = SIMD32<UInt8>(repeating: last)
      let end = range.upperBound - length + 1
      var index = range.lowerBound
      while index < end {
        if index + 32 <= end {
          let front = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD32<UInt8>.self)
          let back = UnsafeRawPointer(base + index + length - 1).loadUnaligned(as: SIMD32<UInt8>.self)
          if !any((front .== firsts) .& (back .== lasts)) {
            index += 32
            continue
          }
        }
        let stop = Swift.min(index + 32, end)
        while index < stop {
          if base[index] == first, base[index + length - 1] == last, Self.matches(base + index, word) {
            return index
          }
          index += 1
        }
      }
      return nil
    }
  }

  private static func matches(_ bytes: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount where bytes[offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Whether `word` stands at `index`.
  func hasWord(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for offset in 0..<length where self[index + offset] != word.utf8Start[offset] { return false }
    return true
  }
}
