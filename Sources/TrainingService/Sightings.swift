internal import RunHistory
internal import TrainingModel

/// What servers have seen of a run besides what its log says, as it was kept first.
struct Sightings: Sendable {
  /// When the first sign of training was read; nil when nobody saw that.
  var start: ManagedRun.TrainingStart.Moment?
  /// In the order in which they were kept.
  var warnings: [KeptWarning] = []

  /// Those that may be over one day; of the others what was warned of once stays, whoever saw it.
  private static let passing: Set<RunWarning.Code> = [.stepRateFell]

  /// The last of a kind.
  func last(_ code: RunWarning.Code) -> KeptWarning? { warnings.last { $0.warning.code == code } }

  /// What stays.
  var standing: [RunWarning] { warnings.map(\.warning).filter { !Self.passing.contains($0.code) } }
}
