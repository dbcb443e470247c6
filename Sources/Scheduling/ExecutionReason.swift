/// Why an occurrence that could have been started was not: a word for programs.
package enum ExecutionReason: String, CaseIterable, Hashable, Sendable {
  /// A full training whose data are what they were at the last success.
  case unchanged
  /// An incremental training whose data have nothing new since the last success.
  case noNewData = "no_new_data"
  /// An incremental training that has no success to go on from, of a schedule that refuses it then.
  case noSuccessBefore = "no_success_before"
}
