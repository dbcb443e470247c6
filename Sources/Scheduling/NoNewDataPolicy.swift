/// What becomes of an incremental occurrence that finds no new data.
package enum NoNewDataPolicy: String, CaseIterable, Hashable, Sendable {
  /// It fails: whoever watches is told that the data stay away.
  case fail
  /// It is skipped.
  case skip
}
