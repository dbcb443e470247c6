extension LineText {
  /// The duration at `index` in seconds: `3:55`, `1 day, 11:07:35`, `390ms`, `35.4s`, `0h 0m 12s`, `13d21h`.
  func duration(at index: Int) -> (seconds: Double, end: Int)? {
    guard index < bytes.count, ASCII.isDigit(bytes[index]), let first = number(at: index) else { return nil }
    if first.end < bytes.count, bytes[first.end] == ASCII.colon { return clock(at: index) }
    return units(at: index)
  }

  /// `[[H:]M:]S`, hours without bound.
  private func clock(at index: Int) -> (seconds: Double, end: Int)? {
    var position = index
    var seconds = 0.0
    for _ in 0..<4 {
      guard position < bytes.count, ASCII.isDigit(bytes[position]), let part = number(at: position) else {
        return nil
      }
      seconds = seconds * 60 + part.value
      position = part.end
      guard position + 1 < bytes.count, bytes[position] == ASCII.colon, ASCII.isDigit(bytes[position + 1])
      else { return (seconds, position) }
      position += 1
    }
    return nil
  }

  /// Numbers with units, as many as follow each other.
  private func units(at index: Int) -> (seconds: Double, end: Int)? {
    var position = index
    var end: Int?
    var seconds = 0.0
    while position < bytes.count, ASCII.isDigit(bytes[position]), let part = number(at: position) {
      let unitStart = skipBlanks(part.end)
      if end != nil, part.end < bytes.count, bytes[part.end] == ASCII.colon, let rest = clock(at: position) {
        return (seconds + rest.seconds, rest.end)
      }
      guard let unit = unit(at: unitStart) else { break }
      // A rate, such as `200ms/step`, is no time left.
      if unit.end < bytes.count, bytes[unit.end] == ASCII.slash { break }
      seconds += part.value * unit.seconds
      position = unit.end
      end = position
      if position < bytes.count, bytes[position] == ASCII.comma { position += 1 }
      position = skipBlanks(position)
      if lower.hasWord("and ", at: position) { position += 4 }
    }
    return end.map { (seconds, $0) }
  }

  private func unit(at index: Int) -> (seconds: Double, end: Int)? {
    var end = index
    while end < lower.count, ASCII.isLetter(lower[end]) { end += 1 }
    let seconds: Double
    switch text(index..<end) {
    case "us", "µs": seconds = 1e-6
    case "ms": seconds = 1e-3
    case "s", "sec", "secs", "second", "seconds": seconds = 1
    case "m", "min", "mins", "minute", "minutes": seconds = 60
    case "h", "hr", "hrs", "hour", "hours": seconds = 3600
    case "d", "day", "days": seconds = 86400
    default: return nil
    }
    return (seconds, end)
  }
}
