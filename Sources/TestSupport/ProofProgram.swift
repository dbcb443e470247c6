internal import CommandLineOptions
internal import Platform

/// The main function of a program that proves something of Signalbox.
package enum ProofProgram {
  private static let brokenDown: Int32 = 70  // EX_SOFTWARE of sysexits.h

  /// Runs it, and ends the process: 0 when all is as it should be, 1 when it is not, 64 when the command line makes no
  /// sense, 70 when the proof itself broke down.
  ///
  /// - Parameters:
  ///   - usage: printed when help is asked for.
  ///   - body: takes the arguments, and returns whether all is as it should be.
  package static func main(_ name: String, usage: String, _ body: ([String]) throws -> Bool) -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if ["--help", "-h", "help"].contains(arguments.first) {
        try StandardStreams.write(usage)
        ProgramExit.now(0)
      }
      ProgramExit.now(try body(arguments) ? 0 : 1)
    } catch let error as UsageError {
      StandardStreams.complain("\(name): \(error)")
      ProgramExit.now(UsageError.exitCode)
    } catch {
      StandardStreams.complain("\(name): \(error)")
      ProgramExit.now(brokenDown)
    }
  }
}
