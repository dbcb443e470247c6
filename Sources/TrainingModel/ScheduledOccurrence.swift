/// The one time of a schedule that a run belongs to.
package struct ScheduledOccurrence: Hashable, Sendable {
  package let schedule: ScheduleID
  /// When it was to run by the timetable, which is not when it did.
  package let scheduledFor: Timestamp

  package init(schedule: ScheduleID, scheduledFor: Timestamp) {
    self.schedule = schedule
    self.scheduledFor = scheduledFor
  }
}
