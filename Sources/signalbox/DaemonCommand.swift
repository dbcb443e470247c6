internal import CommandLineOptions
internal import Platform
internal import TrainingService

/// `signalbox daemon`: starts what schedules ask for while no client is open; ends on a signal.
struct DaemonCommand {
  init(_ arguments: [String]) throws(UsageError) {
    for piece in try OptionScanner(command: "daemon").scan(arguments) {
      if case .operand(let operand) = piece {
        throw UsageError("daemon: '\(operand)' is no option; it takes none")
      }
    }
  }

  /// Returns the exit code when the daemon has ended.
  func run() throws -> Int32 {
    let signals = try SignalPipe(catching: [.hangUp, .interrupt, .terminate])
    let wiring = try ServiceWiring(command: "daemon", roots: [], isReadOnly: false)
    try wiring.shutdown.watch(signals)
    wiring.complaints.say("the daemon has started (process \(ProcessTable.ownPID))")
    try wiring.run { await $0.takePartInScheduling() }
    return 0
  }
}
