package import Platform

/// The process of a server, whoever has the other ends of its pipes.
///
/// For one thread. When the last reference goes, so does the process.
package final class StartedServer {
  package let pid: Int32
  private var end: ServerProcess.End?

  /// Starts it; its ends of the pipes may be closed then.
  package init(
    _ launch: ServerLaunch, input: borrowing FileDescriptor, output: borrowing FileDescriptor
  ) throws(ServerError) {
    guard let program = ProgramSearch.path(of: launch.program, in: launch.environment) else {
      throw .cannotStart(program: launch.program, reason: "there is no such program")
    }
    do {
      let errors = try Self.errorOutput(launch)
      pid = try ChildProcess.launch(
        ProgramLaunch(
          path: program, arguments: [launch.program] + launch.arguments, environment: launch.environment,
          directory: launch.directory, descriptors: [input.number, output.number, errors.number]))
    } catch let error as LaunchError {
      throw .cannotStart(program: launch.program, reason: "\(error.cause)")
    } catch {
      throw .cannotStart(program: launch.program, reason: "\(error)")
    }
  }

  private static func errorOutput(_ launch: ServerLaunch) throws(SystemError) -> FileDescriptor {
    guard let path = launch.errorFile else { return try FileDescriptor.duplicate(of: standardError) }
    return try FileDescriptor.open(path, .appending)
  }

  deinit { if end == nil { _ = giveUp() } }

  /// Waits for the end of the process; at the deadline it is killed.
  package func waitForEnd(until deadline: MonotonicInstant) -> ServerProcess.End {
    if let end { return end }
    // A child cannot be waited for with a limit, so it is looked at until nothing of it is left but its exit code.
    let hasEnded = PeriodicCheck.holds(until: deadline) { ProcessTable.entry(of: pid)?.isZombie ?? true }
    guard hasEnded else { return giveUp() }
    let end: ServerProcess.End =
      switch ChildProcess.wait(for: pid) {
      case .exited(let code): .exited(code: code)
      case .signalled(let number): .signalled(number: number)
      case nil: .exited(code: -1)
      }
    self.end = end
    return end
  }

  private func giveUp() -> ServerProcess.End {
    // It was never waited for, so the pid is still its own.
    if let entry = ProcessTable.entry(of: pid) {
      ProcessTable.send(SystemSignal.kill, to: pid, startedAt: entry.startTime)
    }
    _ = ChildProcess.wait(for: pid)
    end = .killed
    return .killed
  }

  private static let standardError: Int32 = 2
}
