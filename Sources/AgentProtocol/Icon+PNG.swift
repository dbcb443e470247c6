extension Icon {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The picture of a PNG file inside a `data:` URI (RFC 2397), so that nobody needs to fetch it.
  ///
  /// - Parameter bytes: the file; its size is read from where every PNG has it.
  package init(png bytes: [UInt8]) {
    func number(at offset: Int) -> Int { bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
    self.init(
      source: "data:image/png;base64,\(Self.base64(bytes))", mimeType: "image/png",
      size: "\(number(at: 16))x\(number(at: 20))")
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
