internal import Platform
internal import RunStore
internal import TrainingModel

/// Starting the training itself.
enum TrainingLaunch {
  /// A training that runs.
  struct Started {
    let process: StartedProcess
    let startedAt: MonotonicInstant
  }

  /// Starts the command in a session of its own, its output going straight into the log file.
  static func start(
    _ specification: RunSpecification, in directory: RunDirectory
  ) -> Result<Started, StartFailure> {
    let environment = Environment.current
    do {
      let path = try CommandSearch(environment: environment, directory: specification.workingDirectory)
        .resolve(specification.command[0])
      let null = try FileDescriptor.open("/dev/null", .reading)
      let log = try FileDescriptor.open(directory.logPath, .appending)
      let wall = Timestamp(nanoseconds: SystemClock.wallNanoseconds())
      let instant = SystemClock.monotonic()
      let pid = try ChildProcess.launch(
        ProgramLaunch(
          path: path, arguments: specification.command, environment: environment,
          directory: specification.workingDirectory,
          descriptors: [null.number, log.number, log.number], newSession: true, diesWithParent: true))
      // It is our child and not reaped yet, so the pid is its own.
      let training = ProcessIdentity(pid: pid, startTime: ProcessTable.entry(of: pid)?.startTime ?? 0)
      let own = ProcessTable.ownPID
      let supervisor = ProcessIdentity(pid: own, startTime: ProcessTable.entry(of: own)?.startTime ?? 0)
      return .success(
        Started(
          process: StartedProcess(
            identity: training, startedAt: wall, startedMonotonic: instant.nanoseconds,
            supervisor: supervisor),
          startedAt: instant))
    } catch let failure as StartFailure {
      return .failure(failure)
    } catch let error as LaunchError {
      return .failure(failure(error, specification))
    } catch {
      return .failure(StartFailure(problem: .systemError, message: "\(error)"))
    }
  }

  private static func failure(_ error: LaunchError, _ specification: RunSpecification) -> StartFailure {
    let command = specification.command[0]
    let directory = specification.workingDirectory
    switch (error.stage, error.cause.kind) {
    case (.changeDirectory, .permissionDenied):
      return StartFailure(
        problem: .permissionDenied, message: "The directory \(directory) may not be entered.")
    case (.changeDirectory, _):
      return StartFailure(
        problem: .directoryNotFound, message: "There is no directory \(directory) to work in.")
    case (.execute, .notFound):
      return StartFailure(
        problem: .commandNotFound,
        message: "\(command) is there, but the interpreter that its first line names is not.")
    case (.execute, .permissionDenied):
      return StartFailure(problem: .notExecutable, message: "\(command) may not be executed.")
    case (.execute, .notExecutable):
      return StartFailure(
        problem: .notExecutable,
        message: "\(command) is no program for this machine, and has no #! line that names its interpreter.")
    default:
      return StartFailure(problem: .systemError, message: "\(command) could not be started: \(error.cause).")
    }
  }
}
