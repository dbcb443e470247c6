/// A JSON number that is no 64-bit integer, kept as the characters it was written with.
///
/// An identifier or a progress token must be echoed as it came, and `12345678901234567890` has no double.
package struct JSONDecimal: Hashable, Sendable {
  /// The number as RFC 8259 section 6 writes it.
  package let literal: String

  /// For the parser, which has checked the characters.
  init(checkedLiteral: String) { literal = checkedLiteral }

  /// The shortest form that reads back as `value`; nil for an infinity or NaN, which JSON does not have.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    literal = value.description
  }

  /// The nearest double; infinite when the number is too large for one.
  package var doubleValue: Double { Double(literal) ?? .nan }
}
