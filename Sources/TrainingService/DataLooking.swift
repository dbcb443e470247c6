internal import Scheduling

/// How data are looked at.
struct DataLooking: Sendable {
  /// Called on a thread of its own; may take long, or for ever.
  var survey: @Sendable (DataScope, DataSurvey.Limits) -> DataLook.Finding = {
    DataSurvey.finding(in: $0, limits: $1)
  }
  /// What a look may take before something is started.
  var limits = DataSurvey.Limits()
  /// What a look may take that somebody waits for who has just written the globs.
  var shortLimits = DataSurvey.Limits(seconds: 2)
  /// Seconds after its limit at which a look is given up: it hangs in the system.
  var patience = 5.0
}
