internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Starting and waiting for children.
package enum ChildProcess {
  /// Starts a program and returns its pid when it runs.
  package static func launch(_ launch: ProgramLaunch) throws(LaunchError) -> Int32 {
    let arguments = CStringArray(launch.arguments)
    let environment = CStringArray(launch.environment.sorted.map { "\($0.name)=\($0.value)" })
    let result = withExtendedLifetime((arguments, environment)) {
      launch.path.withCString { path in
        withOptionalCString(launch.directory) { directory in
          launch.descriptors.withUnsafeBufferPointer { descriptors in
            var request = sb_spawn_request(
              path: path, argv: arguments.pointer, envp: environment.pointer, cwd: directory,
              descriptors: descriptors.baseAddress, descriptor_count: Int32(descriptors.count),
              new_session: launch.newSession, parent_death_signal: launch.diesWithParent ? SIGKILL : 0)
            return sb_spawn(&request)
          }
        }
      }
    }
    guard let stage = LaunchError.Stage(result.stage) else { return result.pid }
    if result.pid > 0 { _ = wait(for: result.pid) }
    let path = stage == .changeDirectory ? launch.directory : launch.path
    throw LaunchError(
      stage: stage, cause: SystemError(call: stage.callName, path: path, code: result.error))
  }

  /// How a child ended.
  package enum Termination: Hashable, Sendable {
    case exited(code: Int32)
    case signalled(number: Int32)

    init(status: Int32) {
      var value: Int32 = 0
      if sb_wait_exited(status, &value) {
        self = .exited(code: value)
      } else if sb_wait_signalled(status, &value) {
        self = .signalled(number: value)
      } else {
        self = .exited(code: -1)
      }
    }
  }

  /// Waits until a child ends; nil when it is no child of ours.
  package static func wait(for pid: Int32) -> Termination? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return Termination(status: status)
  }

  /// What `reapAny` found.
  package enum Reaped: Hashable, Sendable {
    case child(pid: Int32, Termination)
    /// Children are alive, and none has ended.
    case noneEnded
    case noChildren
  }

  /// Takes one ended child off the process table without waiting.
  package static func reapAny() -> Reaped {
    var status: Int32 = 0
    let pid = waitpid(-1, &status, WNOHANG)
    if pid > 0 { return .child(pid: pid, Termination(status: status)) }
    return pid == 0 || errno == EINTR ? .noneEnded : .noChildren
  }

  /// Processor time in seconds and the largest resident set in bytes of the children that were reaped.
  package static func usage() -> (cpuSeconds: Double, maximumResidentBytes: Int64) {
    var cpuSeconds = 0.0
    var maximumResidentBytes: Int64 = 0
    sb_usage_of_children(&cpuSeconds, &maximumResidentBytes)
    return (cpuSeconds, maximumResidentBytes)
  }

  /// Leaves the tree of the process that started this one, so that whoever kills that tree by its parents
  /// does not reach it.
  ///
  /// Only for a process with a single thread.
  package static func leaveParent() throws(SystemError) {
    guard sb_leave_parent() == 0 else { throw .last("fork") }
  }

  /// Lets the system take ended children off the process table by itself: nobody here waits for any.
  package static func forgetEndedChildren() { _ = sb_signal_ignore(SIGCHLD) }

  /// Makes orphans among the descendants of this process its children.
  ///
  /// - Returns: whether the system can do that: Linux can.
  package static func adoptOrphans() -> Bool { sb_become_subreaper() == 0 }

  private static func withOptionalCString<Result>(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }
}
