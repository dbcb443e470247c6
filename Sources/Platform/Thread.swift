internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A thread for work that blocks in the system, which Swift's own threads must not.
package enum Thread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a thread of its own that nobody waits for.
  ///
  /// - Parameter name: at most 15 characters, as `top -H` shows it.
  package static func start(name: StaticString, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
    let argument = Unmanaged.passRetained(Body(body)).toOpaque()
    let nameText = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    let code = sb_start_thread(nameText, runBody, argument)
    guard code == 0 else {
      Unmanaged<Body>.fromOpaque(argument).release()
      throw SystemError(call: "pthread_create", code: code)
    }
  }

  private static let runBody: @convention(c) (UnsafeMutableRawPointer?) -> Void = { argument in
    guard let argument else { return }
    Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
  }

  /// Lets others run first, if any of them can.
  package static func yield() { sched_yield() }

  /// Which thread this is, to compare with another.
  static var currentID: UInt { sb_current_thread() }
}
