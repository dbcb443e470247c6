internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Signals as bytes in a pipe, so that a loop can wait for them as for anything else.
///
/// There is one for the process; what a signal does is process-wide, so only a `main` makes it.
package struct SignalPipe: ~Copyable, Sendable {
  private let pipe: Pipe

  /// Signals that a process of ours handles.
  package enum Caught: CaseIterable, Sendable {
    case hangUp, interrupt, terminate
    /// A child ended.
    case child

    var number: Int32 {
      switch self {
      case .hangUp: SIGHUP
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      case .child: SIGCHLD
      }
    }
  }

  /// Catches `signals`, and ignores SIGPIPE: a closed pipe is an error of the write.
  package init(catching signals: [Caught]) throws(SystemError) {
    let pipe = try Pipe()
    try pipe.reading.setNonBlocking()
    try pipe.writing.setNonBlocking()
    sb_signal_write_to(pipe.writing.number)
    for signal in signals {
      guard sb_signal_catch(signal.number) == 0 else { throw .last("sigaction") }
    }
    _ = sb_signal_ignore(SIGPIPE)
    self.pipe = pipe
  }

  /// The end to wait on.
  package var descriptor: Int32 { pipe.reading.number }

  /// The signals that have come since the last call, in order; equal ones may have become one.
  package func take() -> [Caught] {
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = numbers.withUnsafeMutableBytes { (try? pipe.reading.read(into: $0)) ?? 0 }
    return numbers[..<count].compactMap { byte in Caught.allCases.first { $0.number == Int32(byte) } }
  }
}
