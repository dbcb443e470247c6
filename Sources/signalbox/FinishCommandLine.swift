internal import CommandLineOptions
internal import RunStore
internal import RunSupervisor

/// `signalbox finish`, which servers start: the parent of the command at the end of a run.
enum FinishCommandLine {
  /// Returns the exit code when the command has ended.
  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    guard arguments.count >= 4, let timeout = Int(arguments[1]) else {
      throw UsageError("finish is internal and takes a run directory, seconds, a directory and a command")
    }
    return FinishSupervisor.run(
      of: RunDirectory(path: arguments[0]), timeout: timeout, workingDirectory: arguments[2],
      command: Array(arguments[3...]))
  }
}
