/// Forms that several kinds of record share.
extension JSONValue {
  /// A list of texts; nil when this is anything else.
  package var strings: [String]? {
    guard let array else { return nil }
    let strings = array.compactMap(\.string)
    return strings.count == array.count ? strings : nil
  }

  /// An object of texts; nil when this is anything else.
  package var texts: [String: String]? {
    guard let members = object?.members else { return nil }
    var texts: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else { return nil }
      texts[member.name] = text
    }
    return texts
  }

  /// Any number, in a form that reads back the same: what JSON has no number for becomes the text `inf`, `-inf`
  /// or `nan`.
  package static func anyNumber(_ value: Double) -> JSONValue {
    if value.isFinite { return number(value) }
    return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  /// The number that `anyNumber` wrote; nil when this is anything else.
  package var anyDouble: Double? {
    switch self {
    case "nan": .nan
    case "inf": .infinity
    case "-inf": -.infinity
    default: double
    }
  }

  /// The number as an `Int`; nil when it is none or does not fit.
  package var int: Int? { integer.flatMap { Int(exactly: $0) } }
}
