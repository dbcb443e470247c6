/// The types of triggers, as callers name them.
enum TriggerType: String, CaseIterable {
  case once, interval, cron

  /// The member of `trigger` that goes with it.
  var member: String {
    switch self {
    case .once: "run_at"
    case .interval: "interval_seconds"
    case .cron: "cron_expression"
    }
  }
}
