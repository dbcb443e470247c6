internal import Platform
internal import RunStore
internal import TrainingModel

/// The life of one training from its start to the end of its last process.
struct Supervision {
  /// The end of the process that was started, whose exit code is the run's.
  private struct LeaderEnd {
    let termination: ChildProcess.Termination
    let wall: Timestamp
    let instant: MonotonicInstant
    /// What was being asked of the run when it ended: a later request does not relabel it.
    let stopReason: StopReason?
    let outOfMemoryKills: Int
  }

  /// Seconds that helpers of a training get to end by themselves once it has ended, as most do when their
  /// pipes close.
  private static let settling = 0.25

  /// Seconds after the start at which the run is put on the medium.
  ///
  /// A power cut then takes nothing but the end of its log. Not at once, so that the end of a short run is not noticed
  /// late for it; the exit record does it again.
  private static let durableAfter = 0.5

  private let family: ProcessFamily
  private let process: StartedProcess
  private let startedAt: MonotonicInstant
  private let specification: RunSpecification
  private let outOfMemory: OutOfMemoryCounter
  private let directory: RunDirectory
  private var logCap: LogCap?

  /// When the run is put on the medium; nil when that is done.
  private var durableAt: MonotonicInstant?
  private var leaderEnd: LeaderEnd?
  private var stop = StopSequence.idle
  private var hasLifeline = true
  private var leftovers: [String] = []

  init(
    training: TrainingLaunch.Started, specification: RunSpecification, isReaper: Bool,
    outOfMemory: OutOfMemoryCounter, directory: RunDirectory
  ) {
    family = ProcessFamily(leader: training.process.identity.pid, isReaper: isReaper)
    process = training.process
    startedAt = training.startedAt
    self.specification = specification
    self.outOfMemory = outOfMemory
    self.directory = directory
    logCap = specification.maximumLogBytes.map {
      LogCap(directory: directory, maximumBytes: $0, start: training.startedAt)
    }
    durableAt = training.startedAt.advanced(bySeconds: Self.durableAfter)
  }

  /// Returns when no process of the run is left.
  mutating func run(
    signals: borrowing SignalPipe, control: consuming ControlChannel, lifeline: consuming FileDescriptor
  ) throws(SystemError) -> ExitRecord {
    var control = control
    while true {
      let now = SystemClock.monotonic()
      if let end = leaderEnd, family.isGone {
        logCap?.look(at: now)
        return record(of: end)
      }
      advance(at: now)
      logCap?.lookIfDue(at: now)
      settleIfDue(at: now)
      var descriptors = [signals.descriptor, control.descriptor]
      if hasLifeline { descriptors.append(lifeline.number) }
      let ready = try Poll.readable(descriptors, until: nextDeadline)
      if ready.contains(0) { take(signals.take()) }
      if ready.contains(1) {
        for request in control.take() { beginStop(request.reason, grace: request.grace) }
      }
      if ready.contains(2) {
        hasLifeline = false
        if !specification.detach { beginStop(.serverShutdown, grace: nil) }
      }
      reap()
    }
  }

  // MARK: What happens

  private mutating func settleIfDue(at now: MonotonicInstant) {
    guard let instant = durableAt, now >= instant else { return }
    durableAt = nil
    // Tried again with the exit record.
    try? directory.settle()
    // Next to nothing happens from here to the end, which may be weeks away.
    ProgramCode.giveBack()
  }

  private mutating func take(_ signals: [SignalPipe.Caught]) {
    for signal in signals where signal != .child {
      // Somebody ends this process by hand or with the machine: the run must not be left without it.
      beginStop(.killRequested, grace: nil)
    }
  }

  private mutating func reap() {
    while case .child(let pid, let termination) = ChildProcess.reapAny() {
      guard pid == family.leader else { continue }
      leaderEnd = LeaderEnd(
        termination: termination, wall: Timestamp(nanoseconds: SystemClock.wallNanoseconds()),
        instant: SystemClock.monotonic(), stopReason: stop.reason,
        outOfMemoryKills: outOfMemory.killsSinceStart())
    }
  }

  // MARK: Stopping

  private mutating func beginStop(_ reason: StopReason, grace: Double?) {
    let killAt = SystemClock.monotonic().advanced(bySeconds: grace ?? specification.grace)
    switch stop {
    case .idle:
      stop = .terminating(reason, killAt: killAt)
      family.send(SystemSignal.terminate)
    case .terminating(let first, let earlier):
      // A second request may shorten the grace, and changes nothing else.
      stop = .terminating(first, killAt: grace == nil ? earlier : min(earlier, killAt))
    case .killing: break
    }
  }

  private mutating func advance(at now: MonotonicInstant) {
    switch stop {
    case .idle:
      if let end = leaderEnd {
        if now >= end.instant.advanced(bySeconds: Self.settling) { stopLeftovers(at: now) }
      } else if let limit = timeLimit, now >= limit {
        beginStop(.timeLimit, grace: nil)
      }
    case .terminating(let reason, let instant), .killing(let reason, let instant):
      guard now >= instant else { return }
      family.send(SystemSignal.kill)
      stop = .killing(reason, againAt: now.advanced(bySeconds: StopSequence.killInterval))
    }
  }

  private mutating func stopLeftovers(at now: MonotonicInstant) {
    leftovers = family.members.map { "\($0.name) (pid \($0.pid))" }
    family.send(SystemSignal.terminate)
    stop = .terminating(nil, killAt: now.advanced(bySeconds: specification.grace))
  }

  // MARK: Time

  private var timeLimit: MonotonicInstant? {
    specification.maximumRuntime.map { startedAt.advanced(bySeconds: $0) }
  }

  private var nextDeadline: MonotonicInstant? {
    [nextStep, logCap?.nextLook, durableAt].compactMap(\.self).min()
  }

  private var nextStep: MonotonicInstant? {
    if let deadline = stop.deadline { return family.isReaper ? deadline : min(deadline, nextLook) }
    if let end = leaderEnd { return end.instant.advanced(bySeconds: Self.settling) }
    return timeLimit
  }

  /// Where the end of an orphan sends no signal, one has to look.
  private var nextLook: MonotonicInstant {
    SystemClock.monotonic().advanced(bySeconds: StopSequence.killInterval)
  }

  // MARK: The record

  private func record(of end: LeaderEnd) -> ExitRecord {
    let usage = ChildProcess.usage()
    return ExitRecord(
      outcome: outcome(of: end), startedAt: process.startedAt, endedAt: end.wall,
      duration: end.instant.seconds(since: startedAt),
      resources: ResourceUse(
        maximumResidentBytes: usage.maximumResidentBytes, cpuSeconds: usage.cpuSeconds),
      leftovers: leftovers, outOfMemoryKills: end.outOfMemoryKills)
  }

  private func outcome(of end: LeaderEnd) -> RunOutcome {
    let status: ExitStatus =
      switch end.termination {
      case .exited(let code): .exited(code: code)
      case .signalled(let number): .signalled(Signal(number: number, name: SystemSignal.name(of: number)))
      }
    if let reason = end.stopReason { return .stopped(reason, status: status) }
    switch status {
    case .exited(let code): return .exited(code: code)
    case .signalled(.kill) where end.outOfMemoryKills > 0: return .outOfMemory(status: status)
    case .signalled(let signal): return .signalled(signal)
    }
  }
}
