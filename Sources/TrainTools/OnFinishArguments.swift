internal import AgentProtocol
internal import JSON
internal import Scheduling

/// The argument `on_finish`: what is run when a run has ended for good.
struct OnFinishArguments {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// What is wrong with it beyond its schema, which it may not have passed.
  var problems: [ArgumentProblem] { StartArguments(object, at: "on_finish.").problems }

  /// nil where its schema refuses it.
  var command: FinishCommand? {
    guard let command = Arguments(object).strings("command"), !command.isEmpty else { return nil }
    return FinishCommand(command: command, timeout: Arguments(object).integer("timeout_s") ?? 60)
  }
}
