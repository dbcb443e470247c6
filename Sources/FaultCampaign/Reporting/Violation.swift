/// Something that must not be, and was.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
  /// The figure that it is counted in.
  package let figure: String
  /// Where it was seen, and how to repeat it.
  package let place: String
  package let text: String

  package var description: String { "\(figure): \(place): \(text)" }
}
