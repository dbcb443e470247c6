internal import JSON
internal import Scheduling

/// Something about a trigger that its author may not have meant.
struct TriggerWarning: Hashable, Sendable {
  /// A stable word for programs.
  let code: String
  let message: String

  init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  init(_ warning: CronWarning) {
    code =
      switch warning {
      case .stepWiderThanField: "step_wider_than_field"
      case .eitherDayField: "either_day_field"
      case .bothDayFields: "both_day_fields"
      }
    message = warning.description
  }

  var json: JSONValue { ["code": .string(code), "message": .string(message)] }

  /// The line that a model reads.
  var line: String { "Warning: \(message)." }
}
