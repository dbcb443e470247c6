/// Reads one JSON value from UTF-8 bytes, by RFC 8259 to the letter, in one pass.
///
/// Lenient in one point only: an escaped half of a surrogate pair, which no Unicode string can hold,
/// becomes U+FFFD, so that a request which carries one in a text can still be answered by its id.
package struct JSONParser {
  /// Deeper input is refused: the parser is recursive, and no message of the protocol comes near.
  package static let maximumDepth = 128

  private let input: UnsafeBufferPointer<UInt8>
  private var position = 0

  private init(_ input: UnsafeBufferPointer<UInt8>) { self.input = input }

  /// The one value that `bytes` hold.
  package static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    try parse(bytes[...])
  }

  /// The one value that `bytes` hold; offsets in errors count from the start of the slice.
  package static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONSyntaxError) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONSyntaxError> in
      var parser = JSONParser(buffer)
      do throws(JSONSyntaxError) { return .success(try parser.document()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The one value that `text` holds.
  package static func parse(_ text: String) throws(JSONSyntaxError) -> JSONValue {
    try parse(Array(text.utf8))
  }

  private mutating func document() throws(JSONSyntaxError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard position == input.count else { throw failure(.trailingBytes) }
    return value
  }

  private func failure(_ problem: JSONSyntaxError.Problem) -> JSONSyntaxError {
    JSONSyntaxError(problem: problem, offset: position)
  }

  private func unexpected() -> JSONSyntaxError {
    position < input.count ? failure(.unexpectedByte(input[position])) : failure(.unexpectedEnd)
  }

  private mutating func skipSpace() {
    while position < input.count {
      switch input[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw failure(.tooDeep(limit: Self.maximumDepth)) }
    skipSpace()
    guard position < input.count else { throw failure(.unexpectedEnd) }
    switch input[position] {
    case JSONByte.openBrace: return try object(depth: depth)
    case JSONByte.openBracket: return try array(depth: depth)
    case JSONByte.quote: return .string(try string())
    case UInt8(ascii: "t"): return try keyword("true", .bool(true))
    case UInt8(ascii: "f"): return try keyword("false", .bool(false))
    case UInt8(ascii: "n"): return try keyword("null", .null)
    default: return try number()
    }
  }

  private mutating func keyword(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard position < input.count, input[position] == word.utf8Start[offset] else { throw unexpected() }
      position += 1
    }
    return value
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    position += 1
    var object = JSONObject()
    skipSpace()
    if take(JSONByte.closeBrace) { return .object(object) }
    while true {
      skipSpace()
      guard position < input.count, input[position] == JSONByte.quote else { throw unexpected() }
      let name = try string()
      skipSpace()
      guard take(JSONByte.colon) else { throw unexpected() }
      object.append(name, try value(depth: depth + 1))
      skipSpace()
      if take(JSONByte.comma) { continue }
      guard take(JSONByte.closeBrace) else { throw unexpected() }
      return .object(object)
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(JSONByte.closeBracket) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(JSONByte.comma) { continue }
      guard take(JSONByte.closeBracket) else { throw unexpected() }
      return .array(elements)
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < input.count, input[position] == byte else { return false }
    position += 1
    return true
  }

  // MARK: Numbers

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    guard input[start] == JSONByte.minus || JSONByte.isDigit(input[start]) else { throw unexpected() }
    let isNegative = take(JSONByte.minus)
    let firstDigit = position
    try digits()
    if input[firstDigit] == JSONByte.zero, position > firstDigit + 1 { throw failure(.badNumber) }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(JSONByte.minus) }
      try digits()
    }
    if isInteger, let value = int64(firstDigit..<position, isNegative: isNegative) { return .integer(value) }
    return .decimal(JSONDecimal(checkedLiteral: String(decoding: input[start..<position], as: UTF8.self)))
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while position < input.count, JSONByte.isDigit(input[position]) { position += 1 }
    guard position > start else { throw failure(.badNumber) }
  }

  private func int64(_ digits: Range<Int>, isNegative: Bool) -> Int64? {
    // `-0` is no integer: echoed as `0` it would not be what was sent.
    if isNegative, digits.count == 1, input[digits.lowerBound] == JSONByte.zero { return nil }
    var value: Int64 = 0
    for index in digits {
      let digit = Int64(input[index] - JSONByte.zero)
      let (product, productOverflows) = value.multipliedReportingOverflow(by: 10)
      let (next, overflows) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if productOverflows || overflows { return nil }
      value = next
    }
    return value
  }

  // MARK: Strings

  private mutating func string() throws(JSONSyntaxError) -> String {
    let opening = position
    position += 1
    let start = position
    var allBits: UInt8 = 0
    while position < input.count {
      let byte = input[position]
      switch byte {
      case JSONByte.quote:
        guard let text = Self.text(input[start..<position], isASCII: allBits < 0x80) else {
          position = opening
          throw failure(.invalidUTF8)
        }
        position += 1
        return text
      case JSONByte.backslash: return try escapedString(from: start)
      case 0..<0x20: throw failure(.controlCharacterInString)
      default:
        allBits |= byte
        position += 1
      }
    }
    throw failure(.unexpectedEnd)
  }

  /// nil when it is no UTF-8; validating is a generic road that takes several times as long, so ASCII avoids it.
  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isASCII: Bool) -> String? {
    guard isASCII else { return String(validating: bytes, as: UTF8.self) }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
  }

  /// The rest of a string from its first escape on; `position` is at the backslash.
  private mutating func escapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var text = Array(input[start..<position])
    while position < input.count {
      let byte = input[position]
      switch byte {
      case JSONByte.quote:
        guard let string = String(validating: text, as: UTF8.self) else { throw failure(.invalidUTF8) }
        position += 1
        return string
      case JSONByte.backslash:
        position += 1
        try appendEscape(to: &text)
      case 0..<0x20: throw failure(.controlCharacterInString)
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure(.unexpectedEnd)
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONSyntaxError) {
    guard position < input.count else { throw failure(.unexpectedEnd) }
    let byte = input[position]
    position += 1
    switch byte {
    case JSONByte.quote, JSONByte.backslash, UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape()
      text.append(contentsOf: String(scalar).utf8)
    default:
      position -= 1
      throw failure(.badEscape)
    }
  }

  private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let unit = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let beforeSecond = position
    if unit < 0xDC00, take(JSONByte.backslash), take(UInt8(ascii: "u")) {
      let low = try hexadecimalUnit()
      if 0xDC00...0xDFFF ~= low,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    position = beforeSecond
    return "\u{FFFD}"
  }

  private mutating func hexadecimalUnit() throws(JSONSyntaxError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard position < input.count else { throw failure(.unexpectedEnd) }
      guard let digit = JSONByte.hexadecimalValue(input[position]) else { throw failure(.badEscape) }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }
}
