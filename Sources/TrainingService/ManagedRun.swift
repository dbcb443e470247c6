internal import LogReading
internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

/// A run that this server follows, with all that is held for it; the registry's alone.
///
/// It is ours when this server started it: then there is a lifeline and a report. Others are found in the home. It
/// goes when the run has ended and its picture is complete.
final class ManagedRun {
  let specification: RunSpecification
  let directory: RunDirectory
  let mask: SecretMask
  var life: Life
  /// The server's end: the supervisor stops an attached run when it closes.
  var lifeline: Lifeline?
  /// Where the supervisor says that there is news; nil once it is gone.
  var report: ReportWatch?
  /// Tells when the supervisor of a run that is not ours ends.
  var supervisorWatch: SupervisorWatch?
  var follower: LogFollower
  var trainingStart: TrainingStart?
  /// What is told of it besides its log.
  var sightings: ToldSightings
  var pace: PaceWatch
  private var foundCode: RunDirectory.CodeFinding = .underWay
  /// Set once it trains.
  var resources: ResourceWatch?
  /// Set while something waits to be saved.
  var savingTimer: EventTimer?

  /// How far the run is, as this server has seen it.
  enum Life {
    /// Its supervisor has not said yet whether the command runs; whoever asked meanwhile for its stop is heard then.
    case launching(stop: StopRequest?)
    case running(StartedProcess)
    case stopping(StartedProcess, StopReason)
    /// It has ended, and its log is being read to the end.
    case concluding(ExitRecord, StartedProcess?)
    /// Nothing of it changes any more.
    case ended(RunPicture)
  }

  /// The first sign of training as this server has read it; without a moment where it was not there to see that.
  struct TrainingStart {
    let moment: Moment?

    struct Moment {
      let wall: Timestamp
      /// Seconds from the start of the process.
      let after: Double?
    }
  }

  /// Holds a pipe open.
  struct Lifeline: ~Copyable {
    let descriptor: FileDescriptor
  }

  /// The report pipe and its place in the event loop.
  struct ReportWatch: ~Copyable {
    let descriptor: FileDescriptor
    let token: EventLoop.WatchToken
  }

  /// The supervisor's end and its place in the event loop.
  struct SupervisorWatch: ~Copyable {
    let watch: ProcessWatch
    let token: EventLoop.WatchToken
  }

  init(
    specification: RunSpecification, directory: RunDirectory, mask: SecretMask,
    life: Life = .launching(stop: nil), follower: consuming LogFollower, trainingStart: TrainingStart? = nil,
    pace: PaceWatch
  ) {
    self.specification = specification
    self.directory = directory
    self.mask = mask
    self.life = life
    self.follower = follower
    self.trainingStart = trainingStart
    sightings = ToldSightings(start: trainingStart?.moment)
    self.pace = pace
  }

  var id: RunID { specification.id }
  var log: RunLog { RunLog(directory: directory, maximumBytes: specification.maximumLogBytes) }

  /// Whether all is known of it that will ever be.
  var isEnded: Bool { if case .ended = life { true } else { false } }

  /// Whether its processes are gone.
  var hasExited: Bool {
    switch life {
    case .launching, .running, .stopping: false
    case .concluding, .ended: true
    }
  }

  /// The training's process; nil while or when it was not started.
  var process: StartedProcess? {
    switch life {
    case .launching: nil
    case .running(let process), .stopping(let process, _): process
    case .concluding(_, let process): process
    case .ended(let picture): picture.process
    }
  }

  /// When the process was started, on this boot's monotonic clock.
  var startedInstant: MonotonicInstant? { process?.startedMonotonic.map(MonotonicInstant.init) }

  var state: RunState {
    switch life {
    case .launching: .launching
    case .running(let process): .running(process: process.identity, startedAt: process.startedAt)
    case .stopping(let process, let reason):
      .stopping(process: process.identity, startedAt: process.startedAt, reason: reason)
    case .concluding(let record, _): .ended(record)
    case .ended(let picture): picture.state
    }
  }

  var phase: RunPhase? {
    switch life {
    case .launching, .concluding, .ended: nil
    case .stopping: .stopping
    case .running: trainingStart == nil ? .starting : .training
    }
  }

  /// What whoever waits compares; a run that is being concluded is not over for them.
  var situation: RunPicture.Situation {
    RunPicture.Situation(status: state.processStatus, phase: phase)
  }

  /// What its code was at the start; nil while that is found out, and where nobody can tell.
  func code() -> CodeState? {
    if case .underWay = foundCode { foundCode = directory.code() }
    return foundCode.state
  }

  /// What was read of the log and is not saved; nil when that is nothing.
  func takeUnsaved() -> ReadingProgress? { follower.takeUnsaved(seen: trainingStart?.moment) }

  var catalogEntry: RunCatalog.Entry {
    RunCatalog.Entry(
      id: id, createdAt: specification.createdAt, tags: specification.tags, status: state.processStatus,
      name: specification.name)
  }
}
