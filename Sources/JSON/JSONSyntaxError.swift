/// Why bytes are not one JSON value, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  package enum Problem: Hashable, Sendable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case trailingBytes
    case tooDeep(limit: Int)
    case invalidUTF8
    case badEscape
    case controlCharacterInString
    case badNumber
  }

  package let problem: Problem
  /// Bytes from the start of the input.
  package let offset: Int

  package var description: String {
    let what =
      switch problem {
      case .unexpectedEnd: "the text ends in the middle of a value"
      case .unexpectedByte(let byte): "unexpected byte 0x\(String(byte, radix: 16))"
      case .trailingBytes: "there is more after the value"
      case .tooDeep(let limit): "nested deeper than \(limit) levels"
      case .invalidUTF8: "a string is not UTF-8"
      case .badEscape: "bad escape in a string"
      case .controlCharacterInString: "a control character in a string is not escaped"
      case .badNumber: "bad number"
      }
    return "\(what) at byte \(offset)"
  }
}
