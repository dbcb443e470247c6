internal import LogReading
package import Platform
package import RunStore
package import TrainingModel

/// The one owner of this server's runs: starts them, follows them, wakes who waits for them, stops them.
///
/// It runs on the thread of an event loop, so everything in it happens in one order, and a method without
/// `await` happens whole.
package actor RunRegistry {
  let loop: EventLoop
  let home: HomeDirectory
  let policy: StartPolicy
  /// The program that supervises runs: this one.
  let supervisorProgram: String
  let environment: Environment
  let complain: @Sendable (String) -> Void

  /// Hides the server's own secrets; what a run of another server was given besides is not known here.
  let ownSecrets: SecretMask
  var runs: [RunID: ManagedRun] = [:]
  /// Oldest first.
  var order: [RunID] = []
  /// Runs of the home whose records cannot be read; said once each.
  var unreadableRuns: Set<RunID> = []
  var idempotencyKeys: [String: RunID] = [:]
  var watcher: FileWatcher?
  var watchedRuns: [Int32: RunID] = [:]
  var waiters = WaiterTable()
  var isShuttingDown = false

  package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  /// - Parameters:
  ///   - supervisorProgram: absolute path of the executable whose `supervise` command is used.
  ///   - environment: what runs start from.
  ///   - complain: takes a line about a fault of ours.
  package init(
    loop: EventLoop, home: HomeDirectory, policy: StartPolicy, supervisorProgram: String,
    environment: Environment, complain: @escaping @Sendable (String) -> Void
  ) {
    self.loop = loop
    self.home = home
    self.policy = policy
    self.supervisorProgram = supervisorProgram
    self.environment = environment
    ownSecrets = SecretMask(environment: environment)
    self.complain = complain
  }

  /// The full picture of a run.
  package func picture(of text: String) throws -> RunPicture { picture(of: try run(text)) }

  /// The last lines of a run's log that are not empty, clean, masked, and at most 500 characters each.
  package func lastLines(_ count: Int, of id: RunID) -> [String] {
    guard let run = runs[id] else { return [] }
    return LogExcerpt.lastLines(count, of: run.log).map(run.mask.mask)
  }

  // MARK: Pictures

  func picture(of run: ManagedRun) -> RunPicture {
    if let final = run.finalPicture { return final }
    if run.needsReading { readFound(run) }
    let picture = currentPicture(of: run)
    if run.isEnded { run.finalPicture = picture }
    return picture
  }

  private func currentPicture(of run: ManagedRun) -> RunPicture {
    let now = SystemClock.monotonic()
    let record = run.state.exitRecord
    return RunPicture(
      specification: run.specification, command: run.specification.command.map(run.mask.mask),
      state: run.state, phase: run.phase, process: run.startedProcess,
      trainingStartedAt: run.trainingStarted?.moment?.wall,
      startedAfter: run.trainingStarted?.moment.flatMap { moment in
        run.startedInstant.map { max(0, moment.instant.seconds(since: $0)) }
      },
      duration: record?.duration ?? run.startedInstant.map { now.seconds(since: $0) },
      log: run.follower.picture, logPath: run.directory.logPath, logSize: run.follower.size(),
      errorSummary: run.errorSummary.map { masked($0, run.mask) }, warnings: warnings(of: run, at: now))
  }

  private func warnings(of run: ManagedRun, at now: MonotonicInstant) -> [RunWarning] {
    guard !run.isEnded else { return run.endWarnings }
    let logWarnings = run.log.warnings(size: run.follower.size())
    guard run.trainingStarted == nil, let started = run.startedInstant,
      now.seconds(since: started) > run.specification.startupTimeout
    else { return logWarnings }
    return logWarnings + [
      RunWarning(
        .startupSlow,
        "No sign of training within the startup_timeout of \(run.specification.startupTimeout) s: "
          + "look at the log, it may hang.")
    ]
  }

  private func masked(_ summary: ErrorSummary, _ mask: SecretMask) -> ErrorSummary {
    var summary = summary
    summary.message = mask.mask(summary.message)
    summary.suggestions = summary.suggestions.map(mask.mask)
    summary.evidence = summary.evidence.map { .init(offset: $0.offset, text: mask.mask($0.text)) }
    return summary
  }
}
