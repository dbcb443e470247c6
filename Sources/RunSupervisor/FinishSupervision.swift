internal import Platform
internal import Scheduling

/// The life of one command at the end of a run, from its start to the end of its last process.
struct FinishSupervision: ~Copyable {
  /// Why a command is stopped.
  private enum Reason {
    case timeout, serverEnded
    /// It has ended and left others behind.
    case leftovers
  }

  private enum Stop {
    case none
    case terminating(Reason, killAt: MonotonicInstant)
    case killing(Reason, againAt: MonotonicInstant)

    var reason: Reason? {
      switch self {
      case .none: nil
      case .terminating(let reason, _), .killing(let reason, _): reason
      }
    }
  }

  /// Seconds between SIGTERM and SIGKILL.
  private static let grace = 1.0
  /// Seconds that helpers of a command get to end by themselves once it has ended.
  private static let settling = 0.25

  private let family: ProcessFamily
  private let timeout: Int
  private let limit: MonotonicInstant
  private var log: BoundedLog
  private var end: (termination: ChildProcess.Termination, at: MonotonicInstant)?
  /// What was being done when the command ended: what comes later does not change how it ended.
  private var reasonAtEnd: Reason?
  private var stop = Stop.none

  init(leader: Int32, timeout: Int, isReaper: Bool, log: consuming BoundedLog) {
    family = ProcessFamily(leader: leader, isReaper: isReaper)
    self.timeout = timeout
    limit = SystemClock.monotonic().advanced(bySeconds: Double(timeout))
    self.log = log
  }

  /// Returns when no process of the command is left.
  mutating func run(
    signals: borrowing SignalPipe, lifeline: borrowing FileDescriptor, output: borrowing FileDescriptor
  ) throws(SystemError) -> FinishOutcome.Result {
    try output.setNonBlocking()
    var hasLifeline = true
    var hasOutput = true
    while true {
      reap()
      if let end, family.isGone {
        if hasOutput { _ = drain(output) }
        return result(of: end.termination)
      }
      advance(at: SystemClock.monotonic())
      var descriptors = [signals.descriptor]
      if hasLifeline { descriptors.append(lifeline.number) }
      if hasOutput { descriptors.append(output.number) }
      let ready = try Poll.readable(descriptors, until: nextDeadline).map { descriptors[$0] }
      if ready.contains(signals.descriptor), signals.take().contains(where: { $0 != .child }) {
        begin(.serverEnded)
      }
      if hasLifeline, ready.contains(lifeline.number) {
        hasLifeline = false
        begin(.serverEnded)
      }
      if hasOutput, ready.contains(output.number) { hasOutput = drain(output) }
    }
  }

  /// Takes what there is of the output.
  ///
  /// - Returns: whether more may come.
  private mutating func drain(_ output: borrowing FileDescriptor) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    do throws(SystemError) {
      // Not for ever: one that floods must not outlive its time.
      for _ in 0..<64 {
        let count = try read(output, into: &buffer)
        if count == 0 { return false }
        log.append(buffer[..<count])
      }
      return true
    } catch {
      return error.kind == .wouldBlock
    }
  }

  private func read(
    _ output: borrowing FileDescriptor, into buffer: inout [UInt8]
  ) throws(SystemError) -> Int {
    var failure: SystemError?
    let count = buffer.withUnsafeMutableBytes { bytes in
      do throws(SystemError) { return try output.read(into: bytes) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return count
  }

  private mutating func reap() {
    while case .child(let pid, let termination) = ChildProcess.reapAny() {
      guard pid == family.leader else { continue }
      end = (termination, SystemClock.monotonic())
      reasonAtEnd = stop.reason
    }
  }

  // MARK: Stopping

  private mutating func begin(_ reason: Reason) {
    guard case .none = stop else { return }
    stop = .terminating(reason, killAt: SystemClock.monotonic().advanced(bySeconds: Self.grace))
    family.send(SystemSignal.terminate)
  }

  private mutating func advance(at now: MonotonicInstant) {
    switch stop {
    case .none:
      guard now >= nextDeadline else { return }
      begin(end == nil ? .timeout : .leftovers)
    case .terminating(let reason, let instant), .killing(let reason, let instant):
      guard now >= instant else { return }
      family.send(SystemSignal.kill)
      stop = .killing(reason, againAt: now.advanced(bySeconds: StopSequence.killInterval))
    }
  }

  private var nextDeadline: MonotonicInstant {
    switch stop {
    case .none: end?.at.advanced(bySeconds: Self.settling) ?? limit
    case .terminating(_, let instant), .killing(_, let instant): instant
    }
  }

  // MARK: The outcome

  private func result(of end: ChildProcess.Termination) -> FinishOutcome.Result {
    switch reasonAtEnd {
    case .timeout: return .error("It ran past its timeout_s of \(timeout) s and was stopped.")
    case .serverEnded: return .error("The server ended while it ran, so it was stopped.")
    case .leftovers, nil: break
    }
    switch end {
    case .exited(let code): return .exited(code: code)
    case .signalled(let number): return .signalled(SystemSignal.name(of: number))
    }
  }
}
