internal import Scheduling

/// How data are looked at.
struct DataLooking: Sendable {
  /// Called on a thread of its own; may take long, or for ever.
  var survey: @Sendable (DataScope) -> DataLook.Finding = { DataSurvey.finding(in: $0) }
  /// Seconds after which a look is given up: more than it allows itself, so only one that hangs in the system.
  var patience = DataSurvey.Limits().seconds + 5
}
