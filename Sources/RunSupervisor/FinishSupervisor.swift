internal import JSON
internal import Platform
package import RunStore
internal import Scheduling
internal import TrainingModel

/// The parent of the command at the end of a run: hands it the picture, keeps its output, stops it in time, and tells
/// how it ended.
///
/// A process of its own, so that a command that reads nothing, floods or hangs holds up nobody, and is gone with the
/// server whatever death that dies.
package enum FinishSupervisor {
  /// Descriptors that whoever starts it hands it, behind the standard ones.
  package enum Inherited {
    /// Ends when the server is gone: the command is stopped then.
    package static let lifeline: Int32 = 3
    /// Takes the outcome as a line of JSON.
    package static let report: Int32 = 4
  }

  /// Runs a command to its end, in the environment of this process.
  ///
  /// - Parameters:
  ///   - run: the run that has ended; what the command reads lies there.
  ///   - timeout: seconds.
  /// - Returns: the exit code for the process: 0 when the outcome was told.
  package static func run(
    of run: RunDirectory, timeout: Int, workingDirectory: String, command: [String]
  ) -> Int32 {
    let report = FileDescriptor(owning: Inherited.report)
    let lifeline = FileDescriptor(owning: Inherited.lifeline)
    let result: FinishOutcome.Result
    do {
      let signals = try SignalPipe(catching: [.hangUp, .interrupt, .terminate, .child])
      let isReaper = ChildProcess.adoptOrphans()
      let output = try Pipe()
      let child = try start(
        command, in: workingDirectory, reading: run.finishInputPath, output.writing.number)
      var supervision = FinishSupervision(
        leader: child, timeout: timeout, isReaper: isReaper,
        log: BoundedLog(try FileDescriptor.open(run.finishLogPath, .replacing)))
      let reading = try output.reading.duplicate()
      // The command alone may hold the other end: its end is the end of the output.
      _ = consume output
      result = try supervision.run(signals: signals, lifeline: lifeline, output: reading)
    } catch let failure as StartFailure {
      result = .error("It could not be started: \(failure.message)")
    } catch {
      result = .error("It could not be run: \(error).")
    }
    let outcome = FinishOutcome(result, endedAt: Timestamp(nanoseconds: SystemClock.wallNanoseconds()))
    do throws(SystemError) {
      try report.write(JSONWriter.bytes(outcome.json) + [UInt8(ascii: "\n")])
      return 0
    } catch {
      // The server is gone; the next one says so.
      return 70
    }
  }

  private static func start(
    _ command: [String], in directory: String, reading input: String, _ output: Int32
  ) throws -> Int32 {
    let environment = Environment.current
    let path = try CommandSearch(environment: environment, directory: directory).resolve(command[0])
    // A file: whoever reads slowly or not at all is waited for by nobody.
    let picture = try FileDescriptor.open(input, .reading)
    return try ChildProcess.launch(
      ProgramLaunch(
        path: path, arguments: command, environment: environment, directory: directory,
        descriptors: [picture.number, output, output], newSession: true, diesWithParent: true))
  }
}
