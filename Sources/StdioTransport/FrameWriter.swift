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
    var queuedBytes = 0
    /// Those of `frames` of which one is enough.
    var onlyOnce: Set<[UInt8]> = []
    var isWriting = false
    var isClosed = false
    /// Whether somebody waits until nothing is left to write.
    var isFlushing = false
  }

  /// Bytes that may wait before what the peer can do without is left out.
  private static let droppingThreshold = 1 << 20

  private let output: FileDescriptor
  private let state = Mutex(State())
  private let wake: WakeEvent
  private let idle: WakeEvent
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
      case .whileRead: if state.queuedBytes > Self.droppingThreshold { return false }
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
      state.queuedBytes += rest.count
      return !state.isWriting
    }
    if mustWake { wake.signal() }
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
      let (frames, isFlushing) = state.withLock { state in
        defer {
          state.isWriting = !state.frames.isEmpty
          state.frames = []
          state.onlyOnce = []
          state.queuedBytes = 0
        }
        return (state.frames, state.isFlushing)
      }
      do throws(SystemError) {
        if frames.isEmpty {
          if isFlushing { idle.signal() }
          _ = try Poll.readable([wake.descriptor], until: nil)
          wake.clear()
        } else {
          // One call for all that is there: a pipe's reader is woken once.
          try output.write(frames.count == 1 ? frames[0] : Array(frames.joined()))
        }
      } catch {
        state.withLock { $0.isClosed = true }
        idle.signal()
        onBroken(error)
        return
      }
    }
  }
}
