package import Scheduling

/// What is to be another in a schedule; nil leaves it as it is.
///
/// Of what may be absent, `.some(nil)` takes it away.
package struct ScheduleChanges: Hashable, Sendable {
  package var name: String?
  package var description: String??
  /// A new trigger counts from the update on.
  package var trigger: TriggerSpecification?
  package var start: ScheduledStart?
  package var mode: TrainingMode?
  package var scope: String??
  package var forceRetrain: Bool?
  package var misfireGrace: Int?
  package var catchUp: CatchUpPolicy?
  package var overlap: OverlapPolicy?
  package var maxRuns: Int??
  package var retry: RetryPolicy??
  package var after: ChainCondition??
  package var onFinish: FinishCommand??

  package init() {}
}
