/// An amount of memory as a library prints it: `2.34 GiB`, `563.62 MB`, `17179869184 bytes`.
struct ByteAmount: Comparable, Sendable {
  let bytes: Double

  private static let units: [(name: String, size: Double)] = [
    ("TiB", 0x1p40), ("GiB", 0x1p30), ("MiB", 0x1p20), ("KiB", 0x1p10), ("TB", 1e12), ("GB", 1e9),
    ("MB", 1e6),
    ("KB", 1e3), ("kB", 1e3), ("bytes", 1), ("byte", 1), ("B", 1), ("", 1),
  ]

  init?(_ text: String) {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let unit = text[number.endIndex...].filter { $0 != " " }
    guard let value = Double(number), let size = Self.units.first(where: { $0.name == unit })?.size else {
      return nil
    }
    bytes = value * size
  }

  init(bytes: Double) { self.bytes = bytes }

  static func < (left: ByteAmount, right: ByteAmount) -> Bool { left.bytes < right.bytes }

  /// It in words: `12.5 GiB`.
  var text: String {
    let unit = Self.units[0...3].first { bytes >= $0.size } ?? (name: "bytes", size: 1)
    let tenths = (bytes / unit.size * 10).rounded() / 10
    return tenths == tenths.rounded()
      ? "\(Int64(clamping: Int(tenths))) \(unit.name)" : "\(tenths) \(unit.name)"
  }
}
