package import Scheduling
package import TrainingModel

/// All that can be told of a schedule at one moment.
package struct SchedulePicture: Hashable, Sendable {
  package let schedule: Schedule
  package let status: ScheduleStatus
  package let statistics: ScheduleStatistics
  /// The next times that it comes due by its timetable, at most five; none in lists, and where it is not active.
  package let nextTimes: [PreviewTime]
  /// What its author may not have meant, each a sentence.
  package let warnings: [String]
  /// The zone that its times are shown in; nil where its file cannot be read any more.
  package let zone: TimeZoneRules?
  /// When the occurrences came due that wait for the end of a run, oldest first.
  package var waiting: [Timestamp] = []

  /// Whether anything is known of it that would go with it: an occurrence that was started, or was not.
  package var hasHistory: Bool {
    statistics.totalRuns + statistics.failedUnstarted + statistics.skippedRuns > 0
  }

  /// The same with more warnings.
  func warning(_ more: [String]) -> SchedulePicture {
    SchedulePicture(
      schedule: schedule, status: status, statistics: statistics, nextTimes: nextTimes,
      warnings: warnings + more, zone: zone, waiting: waiting)
  }
}
