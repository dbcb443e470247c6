/// How a client ends the conversation with its server.
package enum ClientEnding: Hashable, Sendable, CaseIterable {
  /// When all is answered that waits for nothing: it closes the server's input and reads to the end.
  case settled
  /// With calls under way: it closes the server's input and reads to the end.
  case halfClosed
  /// In the middle of a frame: it closes the server's input there and reads to the end.
  case midFrame
  /// It closes the server's input and keeps the output open, which it does not read.
  case unread
  /// It closes the server's output, and goes on sending.
  case deaf
  /// It closes both at once, anywhere in a frame.
  case hungUp
  /// It is a process of its own, and killed.
  case killed

  /// Whether it gets every reply that it is owed.
  var readsToTheEnd: Bool {
    switch self {
    case .settled, .halfClosed, .midFrame: true
    case .unread, .deaf, .hungUp, .killed: false
    }
  }
}

extension ClientEnding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .settled: "settled"
    case .halfClosed: "half-closed"
    case .midFrame: "mid-frame"
    case .unread: "unread"
    case .deaf: "deaf"
    case .hungUp: "hung up"
    case .killed: "killed"
    }
  }
}
