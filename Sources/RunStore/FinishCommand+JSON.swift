internal import JSON
internal import Scheduling

extension FinishCommand {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    guard let command = json["command"]?.strings, !command.isEmpty,
      let timeout = json["timeout_s"]?.integer
    else { return nil }
    self.init(command: command, timeout: Int(timeout))
  }

  var json: JSONValue {
    ["command": .array(command.map(JSONValue.string)), "timeout_s": .integer(Int64(timeout))]
  }
}
