internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The numbers of signals on this system, which differ between systems.
package enum SystemSignal {
  package static let kill = SIGKILL
  package static let terminate = SIGTERM
  /// Lets a stopped process run, so that it can take another signal.
  package static let resume = SIGCONT

  /// `SIGSEGV`; `SIG64` for one without a name.
  package static func name(of number: Int32) -> String {
    sb_signal_name(number).map { String(cString: $0) } ?? "SIG\(number)"
  }
}
