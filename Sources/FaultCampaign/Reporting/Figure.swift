/// Something that a part of the campaign counts.
package protocol Figure: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Whether one of it is one too many.
  var mustBeZero: Bool { get }
}
