/// Why a conversation with a server cannot go on.
package enum ServerError: Error, Hashable, Sendable {
  case cannotStart(program: String, reason: String)
  /// It has gone, or takes nothing any more.
  case ended
  case unreadable(reason: String)
  /// No reply came in time.
  case silent(method: String, seconds: Double)
  /// It answered a request with a JSON-RPC error.
  case refused(method: String, code: Int64, message: String)
  /// It wrote what no server may write.
  case nonsense(String)
}

extension ServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotStart(let program, let reason): "the server \(program) cannot be started: \(reason)"
    case .ended: "the server has ended"
    case .unreadable(let reason): "the server's output cannot be read: \(reason)"
    case .silent(let method, let seconds): "no reply to \(method) within \(seconds.inSeconds)"
    case .refused(let method, let code, let message): "\(method) was refused: \(message) (\(code))"
    case .nonsense(let text): "the server wrote what is no message: \(text.prefix(200))"
    }
  }
}

extension Double {
  /// `60 s`, `0.5 s`.
  var inSeconds: String { (Int64(exactly: self).map { "\($0)" } ?? "\(self)") + " s" }
}
