/// How a process ended, as wait(2) tells it.
package enum ExitStatus: Hashable, Sendable {
  case exited(code: Int32)
  case signalled(Signal)

  /// Whether the process said itself that all is well.
  package var isSuccess: Bool { self == .exited(code: 0) }

  /// The exit code, when it ended by itself.
  package var code: Int32? {
    if case .exited(let code) = self { code } else { nil }
  }

  /// The signal that ended it, if one did.
  package var signal: Signal? {
    if case .signalled(let signal) = self { signal } else { nil }
  }
}
