internal import LogReading
internal import Platform
internal import RunStore
internal import TrainingModel

/// A run with all that is held for it; the registry's alone.
///
/// It is ours when this server started it: then there is a lifeline and a report. Others are found in the home.
final class ManagedRun {
  let specification: RunSpecification
  let directory: RunDirectory
  let mask: SecretMask
  /// The server's end: the supervisor stops an attached run when it closes.
  var lifeline: Lifeline?
  /// Where the supervisor says that there is news; nil once it is gone.
  var report: ReportWatch?
  var state = RunState.launching
  /// Tells when the supervisor of a run that is not ours ends.
  var supervisorWatch: SupervisorWatch?
  var follower: LogFollower
  /// Whether it had ended when it was found, and its log is not read yet: that waits until somebody asks.
  var needsReading = false
  /// Whether what is being read was written before this server looked, so that its time is not known.
  var isCatchingUp = false
  var trainingStarted: TrainingStart?
  var errorSummary: ErrorSummary?
  var endWarnings: [RunWarning] = []
  /// Why it is to be stopped as soon as its supervisor listens.
  var pendingStop: StopRequest?
  /// What is told of it once it has ended: nothing of that changes any more.
  var finalPicture: RunPicture?
  /// The exit record that was found while its log is still being read to the end.
  var pendingEnd: ExitRecord?

  /// The first sign of training, and the moment it was seen, unless it was there before this server was.
  struct TrainingStart {
    let moment: Moment?

    struct Moment {
      let wall: Timestamp
      let instant: MonotonicInstant
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

  /// The process of the training, once it was started; kept when the run has ended.
  var startedProcess: StartedProcess?
  /// When it was started, by the clock of this process.
  var startedInstant: MonotonicInstant?

  init(specification: RunSpecification, directory: RunDirectory, mask: SecretMask) {
    self.specification = specification
    self.directory = directory
    self.mask = mask
    follower = LogFollower(RunLog(directory: directory, maximumBytes: specification.maximumLogBytes))
  }

  var id: RunID { specification.id }
  var log: RunLog { RunLog(directory: directory, maximumBytes: specification.maximumLogBytes) }
  var isEnded: Bool { state.exitRecord != nil }

  var phase: RunPhase? {
    switch state {
    case .launching, .ended: nil
    case .stopping: .stopping
    case .running: trainingStarted == nil ? .starting : .training
    }
  }

  var situation: RunPicture.Situation {
    RunPicture.Situation(status: state.processStatus, phase: phase)
  }
}
