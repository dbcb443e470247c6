/// Exponential and logarithm in plain Swift, so that the training needs no C library.
///
/// The relative error is below 1e-14.
enum Exponential {
  /// ln 2 in two parts; the first has zeros at its end, so that a small multiple of it is exact.
  private static let ln2High = 0x1.62e42feep-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// e to the power of `x`; infinity above 709.78, 0 below -745.13.
  static func exp(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    // x = k ln 2 + r, so e^x = 2^k e^r, and |r| < 0.35 needs few terms of the series.
    let k = (x / (ln2High + ln2Low)).rounded()
    let r = (x - k * ln2High) - k * ln2Low
    var sum = 1.0
    for n in stride(from: 14, through: 1, by: -1) { sum = 1 + sum * r / Double(n) }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }

  /// The natural logarithm of `x`; -infinity at 0, not a number below.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    // x = 2^k m with m around 1; then log m = 2 artanh s with s = (m - 1) / (m + 1), |s| < 0.18.
    var k = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      k += 1
    }
    let s = (m - 1) / (m + 1)
    var sum = 0.0
    for n in stride(from: 23, through: 3, by: -2) { sum = (sum + 1 / Double(n)) * s * s }
    return k * ln2High + (2 * s * (1 + sum) + k * ln2Low)
  }
}
