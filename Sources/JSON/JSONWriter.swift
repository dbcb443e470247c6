/// Writes JSON values as compact UTF-8 on one line: members in their order, `/` not escaped.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  /// The value as one line of UTF-8, without a line end.
  package static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  /// The value as one line of text.
  package static func text(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

  /// Appends a value.
  package mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): write(value)
    case .decimal(let decimal): bytes.append(contentsOf: decimal.literal.utf8)
    case .string(let text): write(text)
    case .array(let elements): write(elements)
    case .object(let object): write(object)
    }
  }

  /// Appends bytes that are JSON or JSON punctuation already.
  package mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func write(_ elements: [JSONValue]) {
    bytes.append(JSONByte.openBracket)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(JSONByte.comma) }
      write(element)
    }
    bytes.append(JSONByte.closeBracket)
  }

  private mutating func write(_ object: JSONObject) {
    bytes.append(JSONByte.openBrace)
    var isFirst = true
    for member in object.members {
      if !isFirst { bytes.append(JSONByte.comma) }
      isFirst = false
      write(member.name)
      bytes.append(JSONByte.colon)
      write(member.value)
    }
    bytes.append(JSONByte.closeBrace)
  }

  private mutating func write(_ value: Int64) {
    if value < 0 { bytes.append(JSONByte.minus) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(JSONByte.zero + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func write(_ text: String) {
    var text = text
    bytes.append(JSONByte.quote)
    text.withUTF8 { utf8 in
      var clean = 0
      for index in utf8.indices {
        let byte = utf8[index]
        guard byte < 0x20 || byte == JSONByte.quote || byte == JSONByte.backslash else { continue }
        bytes.append(contentsOf: utf8[clean..<index])
        clean = index + 1
        writeEscape(of: byte)
      }
      bytes.append(contentsOf: utf8[clean...])
    }
    bytes.append(JSONByte.quote)
  }

  private mutating func writeEscape(of byte: UInt8) {
    bytes.append(JSONByte.backslash)
    switch byte {
    case JSONByte.quote, JSONByte.backslash: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      append("u00")
      bytes.append(JSONByte.zero + byte >> 4)
      bytes.append(JSONByte.hexadecimalDigit(byte & 0xF))
    }
  }
}
