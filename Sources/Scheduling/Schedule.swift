package import TrainingModel

/// What somebody wants started again and again, or once at its time: everything but how far it has come.
package struct Schedule: Hashable, Sendable {
  package let id: ScheduleID
  package var definition: ScheduleDefinition
  package let createdAt: Timestamp
  package var updatedAt: Timestamp
  /// When it was given its trigger: occurrences count from here.
  package var triggerSetAt: Timestamp

  package init(
    id: ScheduleID, definition: ScheduleDefinition, createdAt: Timestamp, updatedAt: Timestamp,
    triggerSetAt: Timestamp
  ) {
    self.id = id
    self.definition = definition
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.triggerSetAt = triggerSetAt
  }
}
