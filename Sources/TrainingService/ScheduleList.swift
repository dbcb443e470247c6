package import Scheduling

/// One page of schedules, newest first.
package struct ScheduleList: Sendable {
  package let schedules: [SchedulePicture]
  /// How many schedules have each status, over all whose name fits, whatever status was asked for.
  package let counts: [ScheduleStatus: Int]
  /// Names the rest; nil when there is none.
  package let nextCursor: String?

  /// Which schedules are wanted.
  package struct Query: Sendable {
    package var status: ScheduleStatus?
    /// A part of the name, in any case.
    package var name: String?
    /// At least 1.
    package var limit: Int
    package var cursor: String?

    package init(status: ScheduleStatus? = nil, name: String? = nil, limit: Int = 20, cursor: String? = nil) {
      self.status = status
      self.name = name
      self.limit = limit
      self.cursor = cursor
    }
  }
}
