internal import Platform
internal import Synchronization

/// Where the server says what is wrong with itself: on stderr, and to the log of a client that wants to hear it.
final class Complaints: Sendable {
  private let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

  /// Hands every complaint to `hear` as well, from now on.
  func tell(_ hear: @escaping @Sendable (String) -> Void) { listener.withLock { $0 = hear } }

  func say(_ line: String) {
    Self.sayOnStandardError(line)
    listener.withLock { $0 }?(line)
  }

  /// For what is wrong with the way to the client itself.
  static func sayOnStandardError(_ line: String) { StandardStreams.complain("signalbox: \(line)") }
}
