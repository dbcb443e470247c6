/// A state of a redrawn bar, as far as two of them must be alike for the later one to say all that both say.
///
/// A loop draws its bar some ten times a second. Of the states between two others only one in a few kilobytes is
/// read: what stands in front of the percent and the total are the same, so the later state holds all that counts.
struct BarState {
  /// Longer states are read one by one.
  static let maximumLength = 1024
  /// In every stretch of so many bytes one state is read, so that the history has some of the metrics.
  private static let stretch: Int64 = 4096

  private let name: Range<Int>
  private let total: Range<Int>

  /// The state in `range`; nil when it is none that tqdm draws: `name:  47%|####5   | 15/32 [00:00<00:01, loss=0.1]`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count <= Self.maximumLength, let base = bytes.baseAddress else { return nil }
    let end = range.upperBound
    var index = range.lowerBound
    // Every loop ends at a byte that a state must have, or gives up at a control character.
    while index < end, base[index] != ASCII.percent {
      if base[index] < 0x20 { return nil }
      index += 1
    }
    guard index + 1 < end, index > range.lowerBound, ASCII.isDigit(base[index - 1]),
      base[index + 1] == ASCII.pipe
    else { return nil }
    var nameEnd = index
    while nameEnd > range.lowerBound, ASCII.isDigit(base[nameEnd - 1]) { nameEnd -= 1 }
    while nameEnd > range.lowerBound, base[nameEnd - 1] == ASCII.space { nameEnd -= 1 }
    index += 2
    while index < end, base[index] != ASCII.pipe {
      if base[index] < 0x20 { return nil }
      index += 1
    }
    while index < end, base[index] != ASCII.slash {
      if base[index] == ASCII.openBracket { return nil }
      index += 1
    }
    let totalStart = index
    while index < end, base[index] != ASCII.space { index += 1 }
    guard index + 1 < end, base[index + 1] == ASCII.openBracket, index - totalStart > 1 else { return nil }
    let totalEnd = index
    // Nothing may stand behind the bracket that ends it, and no other bar.
    var last = end
    while last > index, base[last - 1] == ASCII.space { last -= 1 }
    guard base[last - 1] == ASCII.closeBracket else { return nil }
    while index < last - 1 {
      if base[index] == ASCII.percent || base[index] == ASCII.closeBracket || base[index] < 0x20 {
        return nil
      }
      index += 1
    }
    name = range.lowerBound..<nameEnd
    total = totalStart..<totalEnd
  }

  /// Whether a later state stands for this one too.
  func isSuperseded(
    _ bytes: UnsafeBufferPointer<UInt8>, by later: BarState, _ laterBytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    Self.areEqual(bytes, name, laterBytes, later.name) && Self.areEqual(bytes, total, laterBytes, later.total)
  }

  /// Whether a state at `offset` is read in any case, so that each stretch of a log has one.
  static func isSample(offset: Int64, length: Int) -> Bool {
    offset / stretch != (offset + Int64(length)) / stretch
  }

  private static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ leftRange: Range<Int>, _ right: UnsafeBufferPointer<UInt8>,
    _ rightRange: Range<Int>
  ) -> Bool {
    guard leftRange.count == rightRange.count else { return false }
    for offset in 0..<leftRange.count
    where left[leftRange.lowerBound + offset] != right[rightRange.lowerBound + offset] { return false }
    return true
  }
}
