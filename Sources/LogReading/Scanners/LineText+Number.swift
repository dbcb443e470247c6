extension LineText {
  /// A number in a line, and the index after it.
  struct Number {
    var value: Double
    var end: Int
    var isInteger: Bool
  }

  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number at `index`: `12`, `-0.5`, `1e-05`, `30,894`, `nan`, `inf`.
  func number(at index: Int) -> Number? {
    var position = index
    var isNegative = false
    if position < bytes.count, bytes[position] == ASCII.minus || bytes[position] == ASCII.plus {
      isNegative = bytes[position] == ASCII.minus
      position += 1
    }
    guard position < bytes.count else { return nil }
    if !ASCII.isDigit(bytes[position]), bytes[position] != ASCII.period {
      return special(at: position, isNegative: isNegative)
    }
    let start = position
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var isInteger = true
    var isExact = true
    func add(_ digit: UInt8) {
      guard digits < 18 else {
        isExact = false
        return
      }
      mantissa = mantissa &* 10 &+ UInt64(digit &- 0x30)
      digits += 1
    }
    var hasDigits = false
    while position < bytes.count {
      let byte = bytes[position]
      if ASCII.isDigit(byte) {
        add(byte)
        hasDigits = true
      } else if byte == ASCII.comma, hasDigits, isThousandsComma(at: position, from: start) {
        // 11,900 as loggers print large counts
      } else {
        break
      }
      position += 1
    }
    if position < bytes.count, bytes[position] == ASCII.period {
      var next = position + 1
      while next < bytes.count, ASCII.isDigit(bytes[next]) {
        add(bytes[next])
        scale -= 1
        hasDigits = true
        next += 1
      }
      guard hasDigits else { return nil }
      if next > position + 1 { isInteger = false }
      position = next > position + 1 || !isWordEnd(position) ? next : position
    }
    guard hasDigits else { return nil }
    if let exponent = exponent(at: position) {
      scale += exponent.value
      position = exponent.end
      isInteger = false
    }
    let value = isExact ? scaled(mantissa, scale) : slowValue(start..<position)
    guard let value else { return nil }
    return Number(value: isNegative ? -value : value, end: position, isInteger: isInteger)
  }

  /// The whole number at `index`, from 0 to 10^15, perhaps with commas between thousands.
  func integer(at index: Int) -> (value: Int, end: Int)? {
    guard index < bytes.count, ASCII.isDigit(bytes[index]), let number = number(at: index), number.isInteger,
      number.value < 1e15
    else { return nil }
    return (Int(number.value), number.end)
  }

  private func special(at index: Int, isNegative: Bool) -> Number? {
    if lower.hasWord("nan", at: index), isWordEnd(index + 3) {
      return Number(value: .nan, end: index + 3, isInteger: false)
    }
    guard lower.hasWord("inf", at: index) else { return nil }
    let end = lower.hasWord("infinity", at: index) ? index + 8 : index + 3
    guard isWordEnd(end) else { return nil }
    return Number(value: isNegative ? -.infinity : .infinity, end: end, isInteger: false)
  }

  private func isWordEnd(_ index: Int) -> Bool {
    index >= bytes.count || !(ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]))
  }

  private func isThousandsComma(at index: Int, from start: Int) -> Bool {
    guard index - start <= 3 || bytes[index - 4] == ASCII.comma, index + 3 < bytes.count else { return false }
    for offset in 1...3 where !ASCII.isDigit(bytes[index + offset]) { return false }
    return index + 4 >= bytes.count || !ASCII.isDigit(bytes[index + 4]) && bytes[index + 4] != ASCII.period
  }

  private func exponent(at index: Int) -> (value: Int, end: Int)? {
    guard index + 1 < bytes.count, [UInt8(ascii: "e"), UInt8(ascii: "d")].contains(lower[index]) else {
      return nil
    }
    var position = index + 1
    let isNegative = bytes[position] == ASCII.minus
    let isSigned = isNegative || bytes[position] == ASCII.plus
    if isSigned { position += 1 }
    // Fortran's double precision has a sign: `6.9D-01`; `3d12h` is three days.
    guard isSigned || lower[index] == UInt8(ascii: "e") else { return nil }
    let start = position
    var value = 0
    while position < bytes.count, ASCII.isDigit(bytes[position]), position - start < 4 {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return position > start ? (isNegative ? -value : value, position) : nil
  }

  private func scaled(_ mantissa: UInt64, _ scale: Int) -> Double? {
    let exact = mantissa < 1 << 53
    if exact, scale >= 0, scale <= 22 { return Double(mantissa) * Self.powers[scale] }
    if exact, scale < 0, scale >= -22 { return Double(mantissa) / Self.powers[-scale] }
    return Double("\(mantissa)e\(scale)")
  }

  private func slowValue(_ range: Range<Int>) -> Double? {
    let digits = lower[range].filter { $0 != ASCII.comma }
    let fortran = UInt8(ascii: "d")
    return Double(String(decoding: digits.map { $0 == fortran ? UInt8(ascii: "e") : $0 }, as: UTF8.self))
  }
}
