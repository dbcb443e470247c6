/// The one time of a schedule that a run belongs to, and which attempt at it the run is.
package struct ScheduledOccurrence: Hashable, Sendable {
  package let schedule: ScheduleID
  /// When it was to run by the timetable, which is not when it did.
  package let scheduledFor: Timestamp
  /// 1 for the first; more where one before it failed and the schedule asks for another.
  package let attempt: Int

  package init(schedule: ScheduleID, scheduledFor: Timestamp, attempt: Int = 1) {
    self.schedule = schedule
    self.scheduledFor = scheduledFor
    self.attempt = attempt
  }

  /// The occurrence as such, whatever attempt.
  package var first: ScheduledOccurrence {
    ScheduledOccurrence(schedule: schedule, scheduledFor: scheduledFor)
  }
}
