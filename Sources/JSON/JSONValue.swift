/// One JSON value, as RFC 8259 defines it, with nothing of the source text lost that a reply must echo.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number written without fraction or exponent that fits 64 bits.
  case integer(Int64)
  /// Any other number, kept as it was written.
  case decimal(JSONDecimal)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The text, when this is a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value, when this is one.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number as a whole one, when it is one and fits: `3`, also `3.0` and `3e0`.
  package var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .decimal(let decimal): Int64(exactly: decimal.doubleValue)
    default: nil
    }
  }

  /// The number, rounded to the nearest double where it has more digits.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let decimal): decimal.doubleValue
    default: nil
    }
  }

  /// The elements, when this is an array.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, when this is an object.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// A member of an object; nil when this is no object or has no such member.
  package subscript(name: String) -> JSONValue? { object?[name] }

  /// What JSON Schema calls the type of this value.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer: "integer"
    case .decimal: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// A finite number as JSON: whole ones without a fraction, others in the shortest form that reads back the
  /// same.
  ///
  /// JSON has no infinities and no NaN: those become `null`.
  package static func number(_ value: Double) -> JSONValue {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return .integer(whole) }
    return JSONDecimal(value).map(JSONValue.decimal) ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}
