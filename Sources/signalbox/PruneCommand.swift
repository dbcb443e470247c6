internal import CommandLineOptions
internal import Platform
internal import RunStore
internal import Synchronization
internal import TrainingModel
internal import TrainingService

/// `signalbox prune`: removes what limits do not allow to keep, and says what.
struct PruneCommand {
  private let options: PruneOptions

  init(_ arguments: [String]) throws(UsageError) { options = try PruneOptions(arguments) }

  /// Returns the exit code: 1 when something could not be removed.
  func run() throws -> Int32 {
    let home = try HomeDirectory.named(for: "prune")
    let settings = try home.settings()
    // Limits on the command line take the place of those in the settings, for what they are about.
    let isExplicit = options.recordLimits != nil || options.logLimits != nil
    let records = options.recordLimits ?? (isExplicit ? RetentionLimits() : settings.recordRetention)
    let logs = options.logLimits ?? (isExplicit ? RetentionLimits() : settings.logRetention)
    guard records != RetentionLimits() || logs != RetentionLimits() else {
      try StandardStreams.write(
        "Nothing is removed without a limit: give one, such as --older-than 90 or --logs-max-size 50GiB, or set "
          + "\"retention\" in \(home.settingsPath).\n")
      return 0
    }
    let report = try Self.report { loop in
      let archive = RunArchive(
        loop: loop, home: home, complain: { StandardStreams.complain("signalbox: \($0)") })
      return await archive.prune(records: records, logs: logs, isTrial: options.isTrial)
    }
    try StandardStreams.write(text(report))
    return report.problems.isEmpty ? 0 : 1
  }

  /// Runs the work on a loop of its own until it is done.
  private static func report(
    _ work: @escaping @Sendable (EventLoop) async -> PruneReport
  ) throws -> PruneReport {
    let loop = try EventLoop()
    let outcome = Outcome()
    Task(executorPreference: loop) {
      let report = await work(loop)
      outcome.report.withLock { $0 = report }
      loop.stop()
    }
    loop.run()
    return outcome.report.withLock { $0 }
  }

  /// Where the work leaves what came of it.
  private final class Outcome: Sendable {
    let report = Mutex(PruneReport())
  }

  private func text(_ report: PruneReport) -> String {
    let verb = options.isTrial ? "Would remove" : "Removed"
    var lines = report.runs.map { "\($0)" } + report.logs.map { "\($0) (log only)" }
    lines.append(
      "\(verb) \(report.runs.count) of \(report.total) runs and the logs of \(report.logs.count) more: "
        + "\(ByteSize.text(report.freedBytes)). \(report.alive) alive, not touched.")
    lines += report.problems.map { "Not done: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
