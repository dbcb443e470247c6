internal import JSONRPC
internal import Synchronization

/// The calls that are being worked on: each leaves the table exactly once, and only who takes it out replies.
final class CallTable: Sendable {
  private struct State {
    var calls: [RequestID: Call] = [:]
    var lastNumber: UInt64 = 0
    /// Calls that have left the table and whose replies are being sent.
    var replies = 0
    var drained: [CheckedContinuation<Void, Never>] = []

    /// How many of the calls are streams.
    var streams = 0
    /// Of the lines by which the calls came.
    var bytes = 0

    var isDrained: Bool { replies == 0 && calls.count == streams }

    mutating func remove(_ id: RequestID) -> Call? {
      let call = calls.removeValue(forKey: id)
      if call?.isStream == true { streams -= 1 }
      bytes -= call?.bytes ?? 0
      return call
    }

    /// Those who wait for the end of all calls, if that has come.
    mutating func takeDrained() -> [CheckedContinuation<Void, Never>] {
      guard isDrained else { return [] }
      defer { drained = [] }
      return drained
    }
  }

  private struct Call {
    /// Tells calls apart whose identifiers are equal: a client may use one again when it has cancelled the first.
    let number: UInt64
    var task: Task<Void, Never>?
    let bytes: Int
    /// Whether it goes on until its client, or the server, wants no more of it.
    var isStream: Bool
    let progress: ProgressReporter?
    let log: CallLog?

    /// Nothing is told about it from now on.
    func end() {
      progress?.end()
      log?.end()
    }
  }

  /// How many may be worked on at once; a client that asks for more is told so.
  static let capacity = 10_000
  /// Bytes that the lines may have by which they came, all together: as many as one line may.
  ///
  /// A call that waits keeps what it was given, which may take thirteen times as much memory.
  static let capacityInBytes = FrameSplitter.maximumLineBytes

  /// What `add` answers.
  enum Addition {
    case added(number: UInt64)
    case duplicate, full, heavy
  }

  private let state = Mutex(State())

  /// Enters a call.
  ///
  /// - Parameter bytes: of the line by which it came.
  func add(
    _ id: RequestID, isStream: Bool, bytes: Int, progress: ProgressReporter?, log: CallLog?
  ) -> Addition {
    state.withLock { state in
      guard state.calls[id] == nil else { return .duplicate }
      guard state.calls.count < Self.capacity else { return .full }
      guard state.bytes + bytes <= Self.capacityInBytes else { return .heavy }
      state.lastNumber += 1
      state.bytes += bytes
      if isStream { state.streams += 1 }
      state.calls[id] = Call(
        number: state.lastNumber, task: nil, bytes: bytes, isStream: isStream, progress: progress, log: log)
      return .added(number: state.lastNumber)
    }
  }

  /// Notes the task of a call, unless that has ended already.
  func attach(_ task: Task<Void, Never>, to id: RequestID, number: UInt64) {
    state.withLock { state in
      if state.calls[id]?.number == number { state.calls[id]?.task = task }
    }
  }

  /// Takes a call out and replies; without effect when it was cancelled before.
  ///
  /// Whoever waits for the end of all calls, to end the program, goes on when the reply is sent, and not before.
  func complete(_ id: RequestID, number: UInt64, reply: () -> Void) {
    let call = state.withLock { state -> Call? in
      guard state.calls[id]?.number == number else { return nil }
      state.replies += 1
      return state.remove(id)
    }
    guard let call else { return }
    call.end()
    reply()
    let drained = state.withLock { state in
      state.replies -= 1
      return state.takeDrained()
    }
    drained.forEach { $0.resume() }
  }

  /// Takes a call out and tells its task; without effect when there is none.
  func cancel(_ id: RequestID) {
    let (call, drained) = state.withLock { state in
      let call = state.remove(id)
      return (call, state.takeDrained())
    }
    call?.end()
    call?.task?.cancel()
    drained.forEach { $0.resume() }
  }

  /// Tells the tasks of all streams to end, which reply then; they are calls like others from now on.
  func endStreams() {
    let tasks = state.withLock { state in
      let streams = state.calls.filter(\.value.isStream)
      for id in streams.keys { state.calls[id]?.isStream = false }
      state.streams = 0
      return streams.values.map(\.task)
    }
    for task in tasks { task?.cancel() }
  }

  /// Returns when no call but streams is left, or when the waiting task is cancelled.
  func drain() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDone = state.withLock { state in
          if state.isDrained || Task.isCancelled { return true }
          state.drained.append(continuation)
          return false
        }
        if isDone { continuation.resume() }
      }
    } onCancel: {
      let drained = state.withLock { state in
        defer { state.drained = [] }
        return state.drained
      }
      drained.forEach { $0.resume() }
    }
  }
}
