internal import Scheduling
internal import TrainingModel

/// What was decided on a schedule, to be carried out.
struct DecidedPlan {
  let plan: OccurrencePlan
  /// What its data had to say.
  let decision: TrainingDecision
  /// The schedule as it was when what came due came due: that is what starts.
  let before: ScheduleRecord
  /// Its runs that are under way.
  let running: [RunID]
  /// What it was decided by, and what holds from now on.
  let oldRules: ScheduleRules
  let rules: ScheduleRules
}
