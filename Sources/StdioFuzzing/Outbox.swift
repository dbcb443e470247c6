internal import Synchronization

/// What a session has sent and complained of, until somebody takes it.
final class Outbox: Sendable {
  private struct State {
    var frames: [[UInt8]] = []
    var complaints: [String] = []
  }

  private let state = Mutex(State())

  func send(_ frame: [UInt8]) { state.withLock { $0.frames.append(frame) } }

  func complain(_ text: String) { state.withLock { $0.complaints.append(text) } }

  func takeFrames() -> [[UInt8]] {
    state.withLock { state in
      defer { state.frames = [] }
      return state.frames
    }
  }

  var complaints: [String] { state.withLock { $0.complaints } }
}
