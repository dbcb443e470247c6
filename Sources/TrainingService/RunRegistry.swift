internal import LogReading
package import Platform
internal import RunHistory
package import RunStore
internal import TrainingHealth
internal import TrainingModel

/// The one owner of runs in this process: starts them, follows them, wakes who waits for them, stops them.
///
/// It runs on the thread of an event loop, so everything in it happens in one order, and a method without
/// `await` happens whole. What has ended is kept by the archive, on a thread of its own.
package actor RunRegistry {
  let loop: EventLoop
  let home: HomeDirectory
  let policy: StartPolicy
  /// The program that supervises runs: this one.
  let supervisorProgram: String
  let environment: Environment
  let archive: RunArchive
  let complain: @Sendable (String) -> Void

  /// Hides the server's own secrets; what a run of another server was given besides is not known here.
  let ownSecrets: SecretMask
  /// Hides the secrets of runs that were given some by this server.
  var masks: [RunID: SecretMask] = [:]
  /// The runs that are followed.
  var live: [RunID: ManagedRun] = [:]
  /// The runs that callers of this server started, or were answered with for their idempotency key.
  var ownRuns: Set<RunID> = []
  /// All runs.
  var catalog = RunCatalog()
  /// Whether the names of all runs are in there.
  var knowsNames = false
  let pathLooks: PatientLooks<PathSuggestions>
  /// Runs that are just being read: who wants one of them as well waits for the same reading.
  var readings: [RunID: Task<Void, any Error>] = [:]
  /// Ended runs that were asked for.
  var pictures = PictureCache(capacity: 256)
  /// What was seen of the home when it was looked through last.
  var lastLook = HomeLook.never
  var scan = HomeScan()
  /// Looks through it for runs that were added or removed; nil while nobody does.
  var looking: Task<Void, any Error>?
  /// Runs of the home whose records cannot be read; said once each.
  var unreadableRuns: Set<RunID> = []
  /// Done when what earlier servers left is known.
  var recovery: Task<Void, Never>?
  var isRecovered = false
  /// Starts that wait for that, or were woken and have not had their turn.
  var startsBeforeRecovery = 0
  /// Why nothing may be started in this home.
  var refusal: HistoryError?
  var watcher: FileWatcher?
  var watchedRuns: [Int32: RunID] = [:]
  var waiters = WaiterTable()
  /// Who listens to what.
  var news = NewsTable()
  var homeWatch = HomeWatch()
  var lastPruning: MonotonicInstant?
  var isShuttingDown = false
  var scheduling = Scheduling.off
  var dataLooking = DataLooking()
  /// From when on a silence is a stall, for runs that are followed from now on.
  var paceLimits = PaceLimits()

  /// Those for a run.
  func paceLimits(of specification: RunSpecification) -> PaceLimits {
    specification.stallAfter.map(PaceLimits.init(stallAfter:)) ?? paceLimits
  }

  /// Looks at the memory of runs that train.
  var resourceLooks = ResourceLooks()
  /// Looks at the data of schedules.
  var dataLooks = DataLookTable()
  var dataLookers: [Int: DataLooker] = [:]
  /// Commands at the end of runs that are under way, by their executions.
  var finishing: [String: FinishingCommand] = [:]
  /// As callers are told of runs: for lists, and for commands at the end of runs.
  let forms: RunForms

  /// Whether this process starts what schedules ask for.
  enum Scheduling {
    case off
    /// A thread waits for the lease.
    case waiting
    /// It does.
    case firing(ScheduleLease)
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  /// - Parameters:
  ///   - archiveLoop: the loop of another thread, for what reads and writes much.
  ///   - supervisorProgram: absolute path of the executable whose `supervise` command is used.
  ///   - environment: what runs start from.
  ///   - forms: how callers are told of runs.
  ///   - complain: takes a line about a fault of ours.
  package init(
    loop: EventLoop, archiveLoop: EventLoop, home: HomeDirectory, policy: StartPolicy,
    supervisorProgram: String, environment: Environment,
    forms: RunForms, complain: @escaping @Sendable (String) -> Void
  ) {
    self.loop = loop
    self.home = home
    self.policy = policy
    pathLooks = PatientLooks("paths", slots: 4, patience: 2, loop: loop)
    self.supervisorProgram = supervisorProgram
    self.environment = environment
    self.forms = forms
    archive = RunArchive(loop: archiveLoop, home: home, complain: complain)
    ownSecrets = SecretMask(environment: environment)
    self.complain = complain
  }

  /// The full picture of a run.
  package func picture(of text: String) async throws -> RunPicture {
    await picture(of: try await known(text))
  }

  func mask(of id: RunID) -> SecretMask { masks[id] ?? ownSecrets }

  // MARK: Pictures

  /// Seconds that an answer about an ended run waits for its log to be read to the end.
  private static let longestConclusion = 20.0
  /// Seconds that an answer waits for what was just seen to be kept, which a slow disk may draw out.
  private static let longestKeeping = 1.0

  func picture(of known: KnownRun) async -> RunPicture {
    switch known {
    case .ended(let picture): return picture
    case .managed(let run):
      if run.hasExited {
        let deadline = SystemClock.monotonic().advanced(bySeconds: Self.longestConclusion)
        _ = await wait(for: [run.id], until: deadline) { $0.isEnded }
      } else if run.sightings.isBehind {
        let deadline = SystemClock.monotonic().advanced(bySeconds: Self.longestKeeping)
        _ = await wait(for: [run.id], until: deadline) { $0.hasExited || !$0.sightings.isBehind }
      }
      return picture(of: run)
    }
  }

  /// The picture of a run as things stand now.
  func picture(of run: ManagedRun) -> RunPicture {
    if case .ended(let picture) = run.life { return picture }
    let now = SystemClock.monotonic()
    let start = run.sightings.start
    return RunPicture(
      specification: run.specification, command: run.specification.command.map(run.mask.mask),
      state: run.state, phase: run.phase, process: run.process, trainingStartedAt: start?.wall,
      startedAfter: start?.after,
      duration: run.state.exitRecord?.duration ?? run.startedInstant.map { now.seconds(since: $0) },
      timeLeft: run.phase == .training ? run.pace.pace.timeLeft(at: now.paceSeconds) : nil,
      log: run.follower.picture, code: run.code(), logPath: run.directory.logPath,
      logSize: run.follower.size(),
      errorSummary: nil, warnings: warnings(of: run, at: now))
  }

  private func warnings(of run: ManagedRun, at now: MonotonicInstant) -> [RunWarning] {
    var warnings = run.follower.picture.health.warnings + run.log.warnings(size: run.follower.size())
    if run.hasExited {
      warnings.append(
        RunWarning(
          .logUnread, "The run has ended and its long log is still being read: ask again for the verdict."))
    } else if run.trainingStart == nil, let started = run.startedInstant,
      now.seconds(since: started) > run.specification.startupTimeout
    {
      warnings.append(
        RunWarning(
          .startupSlow,
          "No sign of training within the startup_timeout of \(run.specification.startupTimeout) s: "
            + "look at the log, it may hang."))
    }
    if !run.hasExited {
      if let stall = run.pace.stallWarning(at: now, logSize: run.follower.size()) { warnings.append(stall) }
      if run.pace.pace.slowdown != nil, let slowdown = run.sightings.slowdown { warnings.append(slowdown) }
    }
    return warnings + run.sightings.standing
  }
}
