internal import Platform
internal import TranscriptReplay

extension CampaignHome {
  /// Starts the program under test in this home.
  ///
  /// - Parameters:
  ///   - command: `serve` or `daemon`, and its options, as a shell reads them.
  ///   - prelude: a shell command that is run before in the same process, such as `ulimit -n 20;`.
  func start(
    _ command: String, _ tools: CampaignTools, faults: FaultPlan, prelude: String = ""
  ) throws(ServerError) -> ServerProcess {
    var variables = ["SIGNALBOX_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"]
    if !faults.isEmpty {
      guard let library = tools.faultLibrary else {
        throw .cannotStart(program: tools.server, reason: "there is no libFaultInjection.so to start it with")
      }
      variables.merge(faults.variables(library: library, hits: hits)) { $1 }
    }
    // Through a shell, which it takes the place of: so its complaints go to a file of the home.
    return try ServerProcess(
      ServerLaunch(
        program: "/bin/sh",
        arguments: ["-c", "\(prelude) exec \"$0\" \(command) 2>>\"$1\"", tools.server, complaints],
        environment: Environment.current.merging(variables), directory: work))
  }
}
