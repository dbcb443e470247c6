/// What becomes of a message when its peer does not read.
package enum Delivery: Hashable, Sendable {
  /// It waits, however long that takes.
  case always
  /// It says that something is another than before: one that waits already says the same.
  case once
  /// It is left out, since it tells of a moment.
  case whileRead
}
