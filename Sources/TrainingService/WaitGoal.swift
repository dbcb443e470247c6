/// What a wait waits for.
package enum WaitGoal: String, CaseIterable, Sendable {
  /// Another status or phase than at the beginning of the wait.
  case change
  /// The end of the run.
  case end
}
