internal import AgentProtocol
internal import Platform
internal import Synchronization
internal import TrainingService

/// The end of a server, the same for every cause: answer what was read, stop attached runs, go.
///
/// All of it fits into 1.5 seconds. What needs longer, such as a run that ignores SIGTERM, is left to the run's
/// supervisor, which stops it when the server is gone.
final class ServerShutdown: Sendable {
  /// Why the server ends.
  enum Cause {
    case inputEnded, outputClosed, signal
  }

  /// Seconds for calls that were read last to end by themselves.
  private static let draining = 0.3
  /// Seconds for attached runs to end.
  private static let stopping = 0.9
  /// Seconds for the whole of it.
  private static let total = 1.4
  /// Seconds for the last answers, at least.
  private static let leastLast = 0.1
  /// Seconds to write them, at least.
  private static let leastWriting = 0.05

  private let loop: EventLoop
  private let registry: RunRegistry
  private let session = Mutex<AgentSession?>(nil)
  private let end = Mutex<MonotonicInstant?>(nil)

  init(loop: EventLoop, registry: RunRegistry) {
    self.loop = loop
    self.registry = registry
  }

  /// Tells whose calls are to be answered; before any thread is started.
  func attach(_ session: AgentSession) { self.session.withLock { $0 = session } }

  /// When everything is to be over.
  var deadline: MonotonicInstant {
    end.withLock { $0 } ?? SystemClock.monotonic()
  }

  /// Ends the server on the signals that a pipe catches.
  func watch(_ signals: consuming SignalPipe) throws(SystemError) {
    let signals = SignalBox(pipe: signals)
    _ = try loop.watch(signals.pipe.descriptor) { [self] in
      if !signals.pipe.take().isEmpty { begin(.signal) }
    }
  }

  /// Begins the end; once it has begun, nothing more happens.
  func begin(_ cause: Cause) {
    let start = SystemClock.monotonic()
    let isFirst = end.withLock { end in
      guard end == nil else { return false }
      end = start.advanced(bySeconds: Self.total)
      return true
    }
    guard isFirst else { return }
    session.withLock { $0 }?.endQuestions()
    Task(executorPreference: loop) { [self] in
      if cause == .inputEnded { await drain(until: start.advanced(bySeconds: Self.draining)) }
      // First, so that they have all of the time: what becomes of the runs is told to nobody who has hung up.
      session.withLock { $0 }?.endStreams()
      let stopped = SystemClock.monotonic().advanced(bySeconds: Self.stopping)
      await registry.shutDown(until: stopped)
      // A busy machine may have taken all of the time; what is left to do is little.
      await drain(until: max(deadline, SystemClock.monotonic().advanced(bySeconds: Self.leastLast)))
      end.withLock { [least = SystemClock.monotonic().advanced(bySeconds: Self.leastWriting)] end in
        end = end.map { max($0, least) }
      }
      loop.stop()
    }
  }

  private func drain(until deadline: MonotonicInstant) async {
    guard let session = session.withLock({ $0 }) else { return }
    let draining = Task(executorPreference: loop) { await session.drain() }
    let timer = loop.schedule(at: deadline) { draining.cancel() }
    await draining.value
    loop.cancel(timer)
  }

  /// Keeps the pipe for as long as the handler is there.
  private final class SignalBox: Sendable {
    let pipe: SignalPipe
    init(pipe: consuming SignalPipe) { self.pipe = pipe }
  }
}
