internal import CommandLineOptions
internal import Platform
internal import RunStore
internal import RunSupervisor

/// The `signalbox` program: looks at the first argument and hands over.
@main
enum Main {
  static func main() {
    StandardStreams.ensureOpen()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      ProgramExit.now(try run(arguments))
    } catch let error as UsageError {
      StandardStreams.complain("signalbox: \(error.message)")
      ProgramExit.now(UsageError.exitCode)
    } catch {
      StandardStreams.complain("signalbox: \(error)")
      ProgramExit.now(1)
    }
  }

  /// The exit code.
  private static func run(_ arguments: [String]) throws -> Int32 {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "supervise": return try supervise(rest)
    case "finish": return try FinishCommandLine.run(rest)
    case "survey-code": return try surveyCode(rest)
    case "serve": return try ServeCommand(rest).run()
    case "daemon": return try DaemonCommand(rest).run()
    case "replay": return try ReplayCommand(rest).run()
    case "read": return try ReadCommand(rest).run()
    case "diagnose": return try DiagnoseCommand(rest).run()
    case "prune": return try PruneCommand(rest).run()
    case "demo": return try DemoCommand(rest).run()
    case "demo-training": return try DemoTrainingCommand(rest).run()
    case "--version", "version": return try show("signalbox \(Program.version)\n")
    case "--help", "-h", "help": return try show(Program.usage)
    case nil: throw UsageError("no command given; signalbox --help lists them")
    case let command?: throw UsageError("there is no command '\(command)'; signalbox --help lists them")
    }
  }

  private static func supervise(_ arguments: [String]) throws -> Int32 {
    guard arguments.count == 1 else { throw UsageError("supervise is internal and takes one run directory") }
    return Supervisor.run(directory: arguments[0])
  }

  private static func surveyCode(_ arguments: [String]) throws -> Int32 {
    guard arguments.count == 1 else {
      throw UsageError("survey-code is internal and takes one run directory")
    }
    return CodeSurveyor.run(of: RunDirectory(path: arguments[0]))
  }

  private static func show(_ text: String) throws -> Int32 {
    try StandardStreams.write(text)
    return 0
  }
}
