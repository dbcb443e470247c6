/// What somebody asks of a schedule: all that one can say at its creation, and change later.
package struct ScheduleDefinition: Hashable, Sendable {
  package var name: String
  package var description: String?
  package var trigger: TriggerSpecification
  package var start: TrainingCommand
  package var training: TrainingPlan
  /// For people: a school, a tenant, a data set.
  package var scope: String?
  package var policy: SchedulePolicy
  /// What has to complete before an occurrence may start; nil for nothing.
  package var after: ChainCondition?
  /// What is run when a run of it has ended for good; nil for nothing.
  package var onFinish: FinishCommand?

  package init(
    name: String, description: String? = nil, trigger: TriggerSpecification, start: TrainingCommand,
    training: TrainingPlan = TrainingPlan(), scope: String? = nil,
    policy: SchedulePolicy = SchedulePolicy(), after: ChainCondition? = nil,
    onFinish: FinishCommand? = nil
  ) {
    self.name = name
    self.description = description
    self.trigger = trigger
    self.start = start
    self.training = training
    self.scope = scope
    self.policy = policy
    self.after = after
    self.onFinish = onFinish
  }
}
