internal import RunHistory
internal import TrainingModel

/// What this server tells of a run that it follows besides what the log says: what was kept first.
struct ToldSightings {
  private var kept = Sightings()
  /// The last fall of the step rate that is over, by its number in the feed.
  private var recovered: Int64 = 0
  /// Questions to the archive that are not answered yet.
  private var questions = 0

  init(start: ManagedRun.TrainingStart.Moment? = nil) { kept.start = start }

  /// Whether more has been seen than is told: it is just being kept.
  var isBehind: Bool { questions > 0 }

  /// When the first sign of training was read; nil when nobody saw that.
  var start: ManagedRun.TrainingStart.Moment? { kept.start }

  /// What is warned of as long as the run lives, and in its conclusion.
  var standing: [RunWarning] { kept.standing }

  /// What was warned of when the step rate fell; nil when that is over or was not kept yet.
  var slowdown: RunWarning? {
    kept.last(.stepRateFell).flatMap { $0.sequence > recovered ? $0.warning : nil }
  }

  /// What this server has to say, unless it is said already.
  func sighting(_ warning: RunWarning) -> Sighting? {
    if standing.contains(where: { $0.code == warning.code }) { return nil }
    return .warning(warning, after: recovered)
  }

  /// The rate has recovered, or fell before this server looked: if it falls again, that is something new.
  mutating func noteRecovery() { recovered = kept.last(.stepRateFell)?.sequence ?? recovered }

  /// The archive is asked.
  mutating func ask() { questions += 1 }

  /// Takes what the archive answers.
  mutating func take(_ kept: Sightings) {
    questions -= 1
    // What the history could not take is told all the same, by this server alone.
    let unkept = self.kept.warnings.filter { kept.last($0.warning.code) == nil }
    self.kept = Sightings(start: kept.start ?? self.kept.start, warnings: kept.warnings + unkept)
  }
}
