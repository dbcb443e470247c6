internal import JSON
internal import Scheduling
internal import TrainingModel

extension TrainingCommand {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    guard let command = json["command"]?.strings, !command.isEmpty,
      let startupTimeout = json["startup_timeout"]?.double, let grace = json["grace"]?.double
    else { return nil }
    self.init(
      command: command, workingDirectory: json["cwd"]?.string, environment: json["env"]?.texts ?? [:],
      name: json["name"]?.string, tags: json["tags"]?.texts ?? [:], startupTimeout: startupTimeout,
      maximumRuntime: json["max_runtime"]?.double,
      stallAfter: json["stall_after"]?.double,
      onStall: json["on_stall"]?.string.flatMap(StallResponse.init) ?? .warn, grace: grace)
  }

  var json: JSONValue {
    func object(_ texts: [String: String]) -> JSONValue {
      .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    }
    var members: JSONObject = ["command": .array(command.map(JSONValue.string))]
    members.append("cwd", ifKnown: workingDirectory.map(JSONValue.string))
    members.append("env", object(environment))
    members.append("name", ifKnown: name.map(JSONValue.string))
    members.append("tags", object(tags))
    members.append("startup_timeout", .number(startupTimeout))
    members.append("max_runtime", ifKnown: maximumRuntime.map(JSONValue.number))
    members.append("stall_after", ifKnown: stallAfter.map(JSONValue.number))
    if onStall != .warn { members.append("on_stall", .string(onStall.rawValue)) }
    members.append("grace", .number(grace))
    return .object(members)
  }
}
