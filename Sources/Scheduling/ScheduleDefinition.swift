/// What somebody asks of a schedule: all that one can say at its creation, and change later.
package struct ScheduleDefinition: Hashable, Sendable {
  package var name: String
  package var description: String?
  package var trigger: TriggerSpecification
  package var start: ScheduledStart
  package var mode: TrainingMode
  /// For people: a school, a tenant, a data set.
  package var scope: String?
  /// Whether a full training runs also where nothing has changed.
  package var forceRetrain: Bool
  package var policy: SchedulePolicy
  /// What has to complete before an occurrence may start; nil for nothing.
  package var after: ChainCondition?
  /// What is run when a run of it has ended for good; nil for nothing.
  package var onFinish: FinishCommand?

  package init(
    name: String, description: String? = nil, trigger: TriggerSpecification, start: ScheduledStart,
    mode: TrainingMode = .full, scope: String? = nil, forceRetrain: Bool = false,
    policy: SchedulePolicy = SchedulePolicy(), after: ChainCondition? = nil,
    onFinish: FinishCommand? = nil
  ) {
    self.name = name
    self.description = description
    self.trigger = trigger
    self.start = start
    self.mode = mode
    self.scope = scope
    self.forceRetrain = forceRetrain
    self.policy = policy
    self.after = after
    self.onFinish = onFinish
  }
}
