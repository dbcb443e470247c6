extension LineText {
  /// A place among a known number of places, `3/10`, and the index after it.
  struct Count {
    var value: Int
    var total: Int
    var end: Int
  }

  /// The count at `index`: `3/10`, `3 / 10`, `1,012/2,500`, `12.9k/200k`, `3 of 10`.
  func count(at index: Int) -> Count? {
    guard let first = scaledInteger(at: index) else { return nil }
    var position = skipBlanks(first.end)
    guard position < bytes.count else { return nil }
    if bytes[position] == ASCII.slash {
      position += 1
    } else if lower.hasWord("of ", at: position), position > first.end {
      position += 3
    } else {
      return nil
    }
    guard let total = scaledInteger(at: skipBlanks(position)), total.value > 0 else { return nil }
    return Count(value: first.value, total: total.value, end: total.end)
  }

  private func scaledInteger(at index: Int) -> (value: Int, end: Int)? {
    guard index < bytes.count, ASCII.isDigit(bytes[index]), let number = number(at: index) else { return nil }
    var end = number.end
    var scale = 1.0
    if end < bytes.count, end + 1 == bytes.count || !isLetterButUnit(end + 1) {
      switch bytes[end] {
      case UInt8(ascii: "k"): scale = 1e3
      case UInt8(ascii: "M"): scale = 1e6
      case UInt8(ascii: "G"): scale = 1e9
      default: break
      }
    }
    guard number.isInteger || scale > 1, number.value < 1e12 else { return nil }
    if scale > 1 { end += 1 }
    if lower.hasWord("it", at: end) { end += 2 }
    return (Int((number.value * scale).rounded()), end)
  }

  /// Whether a letter other than the start of `it` stands at `index`.
  private func isLetterButUnit(_ index: Int) -> Bool {
    ASCII.isLetter(bytes[index]) && !lower.hasWord("it", at: index)
  }
}
