/// Why an occurrence did not run, other than for a run that was still under way.
package enum MissReason: String, CaseIterable, Hashable, Sendable {
  /// It could be looked at only after the misfire grace.
  case late
  /// It belonged to a backlog, of which only newer ones may run.
  case coalesced
  /// The schedule was paused.
  case paused
  /// It came due while no scheduler ran, and the schedule does not catch up.
  case unattended
  /// The schedule has had all the runs that it may have.
  case runLimit = "run_limit"
  /// What it was to come after can never complete.
  case chainBroken = "chain_broken"
}
