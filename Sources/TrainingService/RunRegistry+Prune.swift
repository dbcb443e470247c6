internal import Platform
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  /// Seconds between two prunings.
  private static let pruneInterval = 600.0

  /// Keeps the limits that a person has set; called when a run of this server has ended, so that a server that is only
  /// started to be looked at removes nothing.
  func pruneNowAndThen() async {
    let instant = SystemClock.monotonic()
    // Mistakes in the settings are said when somebody starts a run.
    guard !isShuttingDown, let settings = try? home.settings(), settings.hasRetention,
      lastPruning.map({ instant.seconds(since: $0) >= Self.pruneInterval }) ?? true
    else { return }
    lastPruning = instant
    let report = await archive.prune(
      records: settings.recordRetention, logs: settings.logRetention, isTrial: false)
    for id in report.runs { forget(id) }
    for id in report.logs { pictures.remove(id) }
    for problem in report.problems { complain(problem) }
  }
}
