internal import Platform
internal import RunStore
package import TrainingModel

extension RunRegistry {
  /// Starts a run and returns at once; its supervisor reports what becomes of it.
  ///
  /// - Returns: the run; one that exists when the request's idempotency key was used before.
  package func start(_ request: StartRequest) throws(ServiceError) -> RunID {
    if let key = request.idempotencyKey, let existing = idempotencyKeys[key] { return existing }
    if isShuttingDown { throw .shuttingDown }
    let workingDirectory = try policy.directory(for: request.workingDirectory)
    var generator = SystemRandomNumberGenerator()
    let now = Timestamp(nanoseconds: SystemClock.wallNanoseconds())
    let specification = RunSpecification(
      id: RunID(createdAt: now, using: &generator), command: request.command,
      workingDirectory: workingDirectory, name: request.name, tags: request.tags,
      environmentNames: request.environment.keys.sorted(), startupTimeout: request.startupTimeout,
      maximumRuntime: request.maximumRuntime, grace: request.grace, detach: request.detach,
      idempotencyKey: request.idempotencyKey, createdAt: now)
    let run: ManagedRun
    do throws(SystemError) {
      run = try launch(specification, request)
    } catch {
      throw .cannotStart(reason: "\(error)", remedy: StartRemedy.text(for: error, home: home.path))
    }
    enter(run)
    if let key = request.idempotencyKey { idempotencyKeys[key] = run.id }
    return run.id
  }

  private func launch(
    _ specification: RunSpecification, _ request: StartRequest
  ) throws(SystemError) -> ManagedRun {
    var directory = try home.makeDraft(of: specification.id)
    do throws(SystemError) {
      // First of all: whoever sees the run sees its lock held.
      let lock = try FileLock(path: directory.lockPath)
      try directory.write(specification)
      directory = try home.publish(directory, as: specification.id)
      let environment = self.environment(for: specification, request, directory)
      let run = ManagedRun(
        specification: specification, directory: directory, mask: SecretMask(environment: environment))
      try startSupervisor(of: run, lock: lock, environment: environment)
      return run
    } catch {
      // Nothing runs, so nothing may be left that looks as if it did.
      try? FileSystem.removeTree(directory.path)
      throw error
    }
  }

  private func environment(
    for specification: RunSpecification, _ request: StartRequest, _ directory: RunDirectory
  ) -> Environment {
    var environment = self.environment.merging(["PYTHONUNBUFFERED": "1"]).merging(request.environment)
    environment["SIGNALBOX_RUN_ID"] = specification.id.rawValue
    environment["SIGNALBOX_RUN_DIR"] = directory.path
    if let traceParent = request.traceParent { environment["TRACEPARENT"] = traceParent }
    return environment
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
