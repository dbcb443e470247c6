package import TrainingModel

/// What somebody wants started again and again, or once at its time: everything but how far it has come.
package struct Schedule: Hashable, Sendable {
  package let id: ScheduleID
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
  package let createdAt: Timestamp
  package var updatedAt: Timestamp
  /// When it was given its trigger: occurrences count from here.
  package var triggerSetAt: Timestamp

  package init(
    id: ScheduleID, name: String, description: String? = nil, trigger: TriggerSpecification,
    start: ScheduledStart, mode: TrainingMode = .full, scope: String? = nil, forceRetrain: Bool = false,
    policy: SchedulePolicy = SchedulePolicy(), createdAt: Timestamp, updatedAt: Timestamp,
    triggerSetAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.trigger = trigger
    self.start = start
    self.mode = mode
    self.scope = scope
    self.forceRetrain = forceRetrain
    self.policy = policy
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.triggerSetAt = triggerSetAt
  }
}
