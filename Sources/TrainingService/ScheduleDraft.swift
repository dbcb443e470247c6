package import Scheduling

/// A schedule as a caller wants it.
package struct ScheduleDraft: Hashable, Sendable {
  package var name: String
  package var description: String?
  package var trigger: TriggerSpecification
  package var start: ScheduledStart
  package var mode: TrainingMode
  package var scope: String?
  package var forceRetrain: Bool
  package var policy: SchedulePolicy

  package init(
    name: String, description: String? = nil, trigger: TriggerSpecification, start: ScheduledStart,
    mode: TrainingMode = .full, scope: String? = nil, forceRetrain: Bool = false,
    policy: SchedulePolicy = SchedulePolicy()
  ) {
    self.name = name
    self.description = description
    self.trigger = trigger
    self.start = start
    self.mode = mode
    self.scope = scope
    self.forceRetrain = forceRetrain
    self.policy = policy
  }
}
