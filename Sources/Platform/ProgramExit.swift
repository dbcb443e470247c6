#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The end of this process.
package enum ProgramExit {
  /// Ends it at once, without waiting for any thread.
  package static func now(_ code: Int32) -> Never { exit(code) }
}
