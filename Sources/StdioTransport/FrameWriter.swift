package import JSONRPC
package import Platform
internal import Synchronization

/// The one writer of an output: whole frames, in the order they were handed over.
///
/// Whoever hands over a frame never waits: what does not go at once is left to a thread of the writer's own, and a
/// peer that reads slowly stalls that thread alone.
package final class FrameWriter: Sendable {
  private struct State {
    var frames: [[UInt8]] = []
    /// Of the frames, and of what is being written.
    var waitingBytes = 0
    /// Those of `frames` of which one is enough.
    var onlyOnce: Set<[UInt8]> = []
    var isWriting = false
    var isClosed = false
    /// Whether somebody waits until nothing is left to write.
    var isFlushing = false
    /// Whether somebody waits until there is room.
    var isRoomWanted = false
  }

  /// Bytes that may wait before what the peer can do without is left out.
  private static let droppingThreshold = 1 << 20
  /// Bytes that may wait before the peer is to be given nothing more to answer.
  package static let congestionThreshold = 8 << 20
  /// Bytes that may wait before nothing more is to be read from the peer.
  package static let fullThreshold = 16 << 20
  /// Bytes that are written at once, about: a copy of them is made.
  private static let batchBytes = 1 << 18

  private let output: FileDescriptor
  private let state = Mutex(State())
  private let wake: WakeEvent
  private let idle: WakeEvent
  private let room: WakeEvent
  private let onBroken: @Sendable (SystemError) -> Void

  /// Takes over `output`.
  ///
  /// - Parameter onBroken: called once, on the writer's thread, when the peer has closed its end.
  package init(
    output: consuming FileDescriptor, onBroken: @escaping @Sendable (SystemError) -> Void
  ) throws(SystemError) {
    self.output = output
    self.onBroken = onBroken
    wake = try WakeEvent()
    idle = try WakeEvent()
    room = try WakeEvent()
  }

  /// Starts the thread.
  package func start() throws(SystemError) {
    try Thread.start(name: "stdout") { [self] in run() }
  }

  /// Writes a frame, line end included, or queues what does not go at once.
  ///
  /// Most replies find an empty pipe: written here, they save their reader the wait for another thread.
  ///
  /// - Parameter delivery: what becomes of the frame when the peer has stopped reading.
  package func send(_ frame: [UInt8], _ delivery: Delivery = .always) {
    let mustWake = state.withLock { state in
      guard !state.isClosed else { return false }
      switch delivery {
      case .always: break
      case .once: if state.onlyOnce.contains(frame) { return false }
      case .whileRead: if state.waitingBytes > Self.droppingThreshold { return false }
      }
      var rest = frame
      if state.frames.isEmpty, !state.isWriting {
        let written = output.writeWithoutWaiting(frame)
        if written == frame.count { return false }
        rest.removeFirst(written)
      }
      // What is being written was true when it was taken: a change since then is told again.
      if delivery == .once, rest.count == frame.count { state.onlyOnce.insert(frame) }
      state.frames.append(rest)
      state.waitingBytes += rest.count
      return !state.isWriting
    }
    if mustWake { wake.signal() }
  }

  /// Whether the peer has left so much unread that it must not be given more.
  package var isCongested: Bool {
    state.withLock { !$0.isClosed && $0.waitingBytes > Self.congestionThreshold }
  }

  /// Returns when there is room again; at once, as long as less waits than `fullThreshold`.
  ///
  /// For the one thread that reads from the peer: who has not read so much for so long only asks for more.
  ///
  /// - Parameter input: what comes from the peer; once its other end is closed there is nothing to wait for, since what is
  ///   left in a pipe is little, and behind it is the end, which must not be missed.
  package func waitForRoom(orEndOf input: Int32? = nil) {
    guard state.withLock({ !$0.isClosed && $0.waitingBytes > Self.fullThreshold }) else { return }
    while state.withLock({ state in
      state.isRoomWanted = !state.isClosed && state.waitingBytes > Self.congestionThreshold
      return state.isRoomWanted
    }) {
      // An error of poll leaves nothing to wait with; then the peer is read on.
      let interests = [Poll.Interest.reading(room.descriptor)] + (input.map { [.hangUp($0)] } ?? [])
      guard let met = try? Poll.ready(interests, until: nil), !met.contains(1) else { return }
      room.clear()
    }
  }

  /// Waits until everything queued is written, at most until `deadline`.
  package func flush(until deadline: MonotonicInstant) {
    while !state.withLock({ state in
      let isDone = state.isClosed || (state.frames.isEmpty && !state.isWriting)
      state.isFlushing = !isDone
      return isDone
    }) {
      guard deadline > SystemClock.monotonic() else { return }
      // An error of poll leaves nothing to wait with; the frames are the thread's all the same.
      guard (try? Poll.readable([idle.descriptor], until: deadline)) != nil else { return }
      idle.clear()
    }
  }

  private func run() {
    while true {
      let (batch, isFlushing) = state.withLock { state in
        let batch = Self.takeBatch(&state)
        state.isWriting = !batch.isEmpty
        return (batch, state.isFlushing)
      }
      do throws(SystemError) {
        if batch.isEmpty {
          if isFlushing { idle.signal() }
          _ = try Poll.readable([wake.descriptor], until: nil)
          wake.clear()
        } else {
          try output.write(batch)
          makeRoom(batch.count)
        }
      } catch {
        state.withLock { $0.isClosed = true }
        idle.signal()
        room.signal()
        onBroken(error)
        return
      }
    }
  }

  /// The frames that are next, in one piece: a pipe's reader is woken once.
  private static func takeBatch(_ state: inout State) -> [UInt8] {
    var count = 0
    var bytes = 0
    while count < state.frames.count, bytes < batchBytes {
      bytes += state.frames[count].count
      count += 1
    }
    let frames = state.frames[..<count]
    if !state.onlyOnce.isEmpty { state.onlyOnce.subtract(frames) }
    let batch = count == 1 ? frames[0] : Array(frames.joined())
    state.frames.removeFirst(count)
    return batch
  }

  private func makeRoom(_ bytes: Int) {
    let isAwaited = state.withLock { state in
      state.waitingBytes -= bytes
      defer { if state.waitingBytes <= Self.congestionThreshold { state.isRoomWanted = false } }
      return state.isRoomWanted && state.waitingBytes <= Self.congestionThreshold
    }
    if isAwaited { room.signal() }
  }
}
