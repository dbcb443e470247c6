package import JSON

/// Something that a client may show in its log (`notifications/message`).
///
/// Never a secret and nothing that a training printed: whoever writes one names what happened, to which run, and a word
/// of a closed list (2026-07-28, logging: what messages must not hold).
package struct LogMessage: Hashable, Sendable {
  package let level: LogLevel
  /// Who says it, such as `train_start`.
  package let logger: String
  package let data: JSONValue

  package init(_ level: LogLevel, logger: String, _ data: JSONValue) {
    self.level = level
    self.logger = logger
    self.data = data
  }

  var params: JSONObject { ["level": .string(level.rawValue), "logger": .string(logger), "data": data] }
}
