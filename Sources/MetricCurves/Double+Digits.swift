extension Double {
  /// The nearest number of few decimal digits: `0.6931471805599453` to six is `0.693147`.
  ///
  /// - Parameter digits: 1 to 15.
  package func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    // The power of two tells that of ten but for one.
    var power = digits - 1 - Int((Double(exponent) * 0.301_029_995_664).rounded(.down))
    // Beyond these powers of ten are no exact numbers, and such a metric is no good anyway.
    guard abs(power) <= 21 else { return self }
    func powerOfTen(_ power: Int) -> Double { (0..<power).reduce(1.0) { value, _ in value * 10 } }
    let shifted = power >= 0 ? self * powerOfTen(power) : self / powerOfTen(-power)
    if abs(shifted) >= powerOfTen(digits) { power -= 1 }
    let scale = powerOfTen(abs(power))
    return power >= 0 ? (self * scale).rounded() / scale : (self / scale).rounded() * scale
  }
}
