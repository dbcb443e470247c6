internal import Platform
internal import RunStore
internal import Scheduling
package import TrainingModel

extension RunRegistry {
  /// Starts a run and returns at once; its supervisor reports what becomes of it.
  ///
  /// - Returns: the run; one that exists when the request's idempotency key was used before, by whichever server of
  ///   this home.
  package func start(_ request: StartRequest) async throws -> RunID {
    if isShuttingDown { throw ServiceError.shuttingDown }
    let workingDirectory = try policy.directory(for: request.training.workingDirectory)
    // Only before the very first thing that a server does: later nothing may come between a request and its run.
    if !isRecovered {
      startsBeforeRecovery += 1
      await recovered()
      startsBeforeRecovery -= 1
    }
    if let refusal { throw ServiceError.homeRefused(reason: "\(refusal)") }
    let settings = try settings()
    var generator = SystemRandomNumberGenerator()
    let now = self.now
    let specification = RunSpecification(
      id: RunID(createdAt: now, using: &generator), command: request.training.command,
      workingDirectory: workingDirectory, name: request.training.name, tags: request.training.tags,
      environmentNames: request.training.environment.keys.sorted(),
      environmentDigest: home.environmentDigest(of: request.training.environment),
      startupTimeout: request.training.startupTimeout,
      maximumRuntime: request.training.maximumRuntime, stallAfter: request.training.stallAfter,
      onStall: request.training.onStall,
      grace: request.training.grace,
      detach: request.detach,
      maximumLogBytes: settings.maximumLogBytes, idempotencyKey: request.idempotencyKey, createdAt: now,
      trace: request.trace)
    do {
      let id = try await launch(specification, request)
      ownRuns.insert(id)
      return id
    } catch let error as SystemError {
      throw ServiceError.cannotStart(
        reason: "\(error)", remedy: StartRemedy.text(for: error, home: home.path))
    }
  }

  private func settings() throws(ServiceError) -> Settings {
    do throws(SettingsError) { return try home.settings() } catch {
      throw .badSettings(reason: "\(error)")
    }
  }

  private func launch(_ specification: RunSpecification, _ request: StartRequest) async throws -> RunID {
    let id = specification.id
    let draft = try home.makeDraft(of: id)
    do {
      // First of all: whoever sees the run sees its lock held.
      let lock = try FileLock(path: draft.lockPath)
      try draft.write(specification)
      let holder = try await publish(draft, specification)
      guard holder == id else {
        try FileSystem.removeTree(draft.path)
        return holder
      }
      if isShuttingDown { throw ServiceError.shuttingDown }
      try supervise(specification, lock: lock, settingOver: request.training.environment)
      return id
    } catch {
      // Nothing runs, so nothing may be left that looks as if something did.
      try? FileSystem.removeTree(draft.path)  // the error that led here is the one to tell
      try? home.remove(id)  // it may not have come so far
      throw error
    }
  }

  /// Lets the run appear, unless its idempotency key is taken.
  ///
  /// - Returns: the run that has the key.
  private func publish(_ draft: RunDirectory, _ specification: RunSpecification) async throws -> RunID {
    let home = self.home
    guard specification.idempotencyKey != nil else {
      _ = try home.publish(draft, as: specification.id)
      archive.note(specification)
      return specification.id
    }
    return try await archive.claim(specification) { () throws(SystemError) in
      _ = try home.publish(draft, as: specification.id)
    }
  }

  /// Starts the supervisor of a run that has appeared, and follows it.
  func supervise(
    _ specification: RunSpecification, lock: consuming FileLock, settingOver own: [String: String]
  ) throws(SystemError) {
    let id = specification.id
    let directory = home.directory(of: id)
    var environment = self.environment.merging(["PYTHONUNBUFFERED": "1"]).merging(own)
    for (name, value) in specification.trace?.environment ?? [] { environment[name] = value }
    environment["SIGNALBOX_RUN_ID"] = id.rawValue
    environment["SIGNALBOX_RUN_DIR"] = directory.path
    let mask = SecretMask(environment: environment)
    let run = ManagedRun(
      specification: specification, directory: directory, mask: mask,
      follower: LogFollower(
        RunLog(directory: directory, maximumBytes: specification.maximumLogBytes), isNew: true),
      pace: PaceWatch(limits: paceLimits(of: specification)))
    if !own.isEmpty { masks[id] = mask }
    // Before the run can end: whoever concludes it waits for what is under way.
    let code = lockCode(of: directory, specification)
    try startSupervisor(of: run, lock: lock, environment: environment)
    enter(run)
    if let code { surveyCode(of: directory, lock: code) }
  }

  /// The supervisor has the lock from now on, and this process no more.
  private func startSupervisor(
    of run: ManagedRun, lock: consuming FileLock, environment: Environment
  ) throws(SystemError) {
    let lifeline = try Pipe()
    let report = try Pipe()
    let null = try FileDescriptor.open("/dev/null", .reading)
    do throws(LaunchError) {
      _ = try ChildProcess.launch(
        ProgramLaunch(
          path: supervisorProgram, arguments: ["signalbox", "supervise", run.directory.path],
          environment: environment, directory: "/",
          // Not standard error: whoever waits for its end would wait for every detached run.
          descriptors: [
            null.number, null.number, null.number, lifeline.reading.number, report.writing.number,
            lock.number,
          ], newSession: true))
    } catch {
      throw error.cause
    }
    run.lifeline = ManagedRun.Lifeline(descriptor: try lifeline.writing.duplicate())
    let id = run.id
    let descriptor = try report.reading.duplicate()
    let token = try loop.watch(descriptor.number) { [self] in
      assumeIsolated { $0.readReport(of: id) }
    }
    run.report = ManagedRun.ReportWatch(descriptor: descriptor, token: token)
  }
}
