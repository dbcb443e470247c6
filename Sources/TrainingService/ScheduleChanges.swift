package import Scheduling

/// What is to be another in a schedule; nil leaves it as it is.
///
/// Of what may be absent, `.some(nil)` takes it away.
package struct ScheduleChanges: Hashable, Sendable {
  package var name: String?
  package var description: String??
  /// A new trigger counts from the update on.
  package var trigger: TriggerSpecification?
  package var start: TrainingCommand?
  package var mode: TrainingMode?
  package var scope: String??
  package var forceRetrain: Bool?
  /// None takes the data away: then nobody looks.
  package var data: [String]?
  package var onNoNewData: NoNewDataPolicy??
  package var firstIncremental: FirstIncremental??
  package var misfireGrace: Int?
  package var catchUp: CatchUpPolicy?
  package var overlap: OverlapPolicy?
  package var maxRuns: Int??
  package var retry: RetryPolicy??
  package var after: ChainCondition??
  package var onFinish: FinishCommand??

  package init() {}

  /// The training with what is to be another in it; nil where nothing is.
  func changed(_ training: TrainingPlan) -> TrainingPlan? {
    var new = training
    if let mode { new.mode = mode }
    if let forceRetrain { new.forceRetrain = forceRetrain }
    if let data { new.data = data }
    if let onNoNewData { new.onNoNewData = onNoNewData }
    if let firstIncremental { new.firstIncremental = firstIncremental }
    return new == training ? nil : new
  }
}
