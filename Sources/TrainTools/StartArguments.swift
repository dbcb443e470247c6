internal import AgentProtocol
internal import JSON
internal import Scheduling

/// The arguments that say what to start, alone or inside those of a schedule.
struct StartArguments {
  private let object: JSONObject
  private let path: String

  /// - Parameter path: The way to them, with a dot at its end: `start.`.
  init(_ object: JSONObject, at path: String = "") {
    self.object = object
    self.path = path
  }

  /// What they say, once they have passed.
  var training: TrainingCommand {
    let arguments = Arguments(object)
    return TrainingCommand(
      command: arguments.strings("command") ?? [], workingDirectory: arguments.string("cwd"),
      environment: arguments.texts("env"), name: arguments.string("name"), tags: arguments.texts("tags"),
      startupTimeout: arguments.double("startup_timeout") ?? 300,
      maximumRuntime: arguments.double("max_runtime"), stallAfter: arguments.double("stall_after"),
      onStall: arguments.onStall,
      grace: arguments.double("grace") ?? 10)
  }

  /// What is wrong with them beyond their schema, which they may not have passed.
  var problems: [ArgumentProblem] {
    var problems: [ArgumentProblem] = []
    func report(_ argument: String, _ problem: String) {
      problems.append(ArgumentProblem(path + argument, problem))
    }
    for (index, argument) in (object["command"]?.array ?? []).enumerated() {
      guard let text = argument.string else { continue }
      if index == 0, text.isEmpty { report("command[0]", "must not be empty: it names the program") }
      if text.contains("\0") { report("command[\(index)]", "must not hold a NUL character") }
    }
    for member in object["env"]?.object?.members ?? [] {
      if member.name.isEmpty || member.name.contains("=") || member.name.contains("\0") {
        report("env.\(member.name)", "is no name for a variable")
      }
      if member.value.string?.contains("\0") == true {
        report("env.\(member.name)", "must not hold a NUL character")
      }
    }
    if object["cwd"]?.string?.contains("\0") == true { report("cwd", "must not hold a NUL character") }
    return problems
  }
}
