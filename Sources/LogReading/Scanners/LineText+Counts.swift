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

  /// A count whose place is known otherwise, with its total at `index`.
  func count(at index: Int, value: Int) -> Count? {
    guard let total = scaledInteger(at: index), total.value > 0 else { return nil }
    return Count(value: value, total: total.value, end: total.end)
  }

  /// The number that ends at `index`: 12 of `12 hours left` before ` hours`.
  func numberBefore(_ index: Int) -> Double? {
    var start = index
    while start > 0, index - start < 24, ASCII.isDigit(bytes[start - 1]) || bytes[start - 1] == ASCII.period {
      start -= 1
    }
    if start > 0, bytes[start - 1] == ASCII.minus { start -= 1 }
    guard let number = number(at: start), number.end == index else { return nil }
    return number.value
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
    // tqdm-loggable prints `21.0it/60.0it`.
    let isWhole = number.isInteger || lower.hasWord("it", at: end) && number.value == number.value.rounded()
    guard isWhole || scale > 1, number.value < 1e12 else { return nil }
    if scale > 1 { end += 1 }
    if lower.hasWord("it", at: end) { end += 2 }
    return (Int((number.value * scale).rounded()), end)
  }

  /// Whether a letter other than the start of `it` stands at `index`.
  private func isLetterButUnit(_ index: Int) -> Bool {
    ASCII.isLetter(bytes[index]) && !lower.hasWord("it", at: index)
  }
}
