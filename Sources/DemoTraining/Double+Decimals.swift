extension Double {
  /// Rounded to four digits after the point, always four: `0.5000`; `nan`, `inf` and `-inf` by name.
  var fourDecimals: String {
    let units = (magnitude * 10_000).rounded()
    // Above 2^53 no number has digits after the point any more.
    guard units < 0x1p53 else { return description }
    let whole = Int(units)
    let digits = String(whole % 10_000)
    let padding = String(repeating: "0", count: 4 - digits.count)
    return (self < 0 && whole != 0 ? "-" : "") + "\(whole / 10_000).\(padding)\(digits)"
  }
}
