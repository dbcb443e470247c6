/// Puts the bytes of UTF-16 together, wherever they are cut, and gives characters.
struct UTF16Units: Sendable {
  /// The first byte of a unit whose second has not come.
  private var half: UInt8?
  /// The first unit of a pair whose second has not come.
  private var lead: UInt16?

  /// Takes one byte; the character that has become complete by it (half a pair gives U+FFFD or nothing).
  mutating func take(_ byte: UInt8, isLittleEndian: Bool) -> Unicode.Scalar? {
    guard let first = half else {
      half = byte
      return nil
    }
    half = nil
    let unit = isLittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
    let earlier = lead
    lead = UTF16.isLeadSurrogate(unit) ? unit : nil
    if lead != nil { return earlier == nil ? nil : "\u{FFFD}" }
    guard UTF16.isTrailSurrogate(unit) else { return Unicode.Scalar(unit) }
    guard let earlier else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + UInt32(earlier & 0x3FF) << 10 + UInt32(unit & 0x3FF))
  }
}
