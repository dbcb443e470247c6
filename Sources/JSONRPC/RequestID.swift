package import JSON

/// The identifier of a request: a string or an integer, echoed exactly as it came.
package struct RequestID: Hashable, Sendable {
  /// What stands in the message: `"1"` is another identifier than `1`.
  package let json: JSONValue

  /// An identifier of our own.
  package init(ours text: String) { json = .string(text) }

  /// nil when the value may not be an identifier: null, a fraction, a truth value, a list, an object.
  package init?(_ json: JSONValue) {
    switch json {
    case .string, .integer: self.json = json
    case .decimal(let decimal) where decimal.literal.utf8.allSatisfy(Self.isIntegerByte): self.json = json
    default: return nil
    }
  }

  /// An integer of more than 64 bits is kept as written; one with a fraction or an exponent is none.
  private static func isIntegerByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
