/// Sizes as people write them.
package enum ByteSize {
  private static let units: [String: Int64] = [
    "": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "tb": 1_000_000_000_000,
    "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
  ]

  /// A number of bytes for a person to read: `2.0 GiB`, `512 B`.
  package static func text(_ bytes: Int64) -> String {
    let names = ["KiB", "MiB", "GiB", "TiB"]
    guard bytes >= 1024 else { return "\(bytes) B" }
    var tenths = Double(bytes) / 102.4
    var unit = 0
    while tenths >= 10_240, unit + 1 < names.count {
      tenths /= 1024
      unit += 1
    }
    let rounded = Int64(tenths.rounded())
    return "\(rounded / 10).\(rounded % 10) \(names[unit])"
  }

  /// The bytes that a text such as `2 GiB`, `500 MB` or `1.5gib` names, to the nearest; nil when it names none
  /// that fit.
  package static func parse(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let factor = units[unit], digits.first != ".", digits.last != "." else { return nil }
    if let whole = Int64(digits) {
      let (bytes, overflows) = whole.multipliedReportingOverflow(by: factor)
      return overflows ? nil : bytes
    }
    guard let number = Double(digits) else { return nil }
    return Int64(exactly: (number * Double(factor)).rounded())
  }
}
