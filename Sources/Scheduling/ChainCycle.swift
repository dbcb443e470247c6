package import TrainingModel

/// Schedules that would wait for each other.
package enum ChainCycle {
  /// The way from a schedule over what each comes after, back to it; nil when it does not come back.
  ///
  /// - Parameters:
  ///   - first: what the schedule is to come after.
  ///   - predecessor: what a schedule comes after; nil when that is no schedule, or nothing.
  /// - Returns: the schedules in order, the one that was asked about at both ends.
  package static func find(
    of schedule: ScheduleID, after first: ScheduleID, predecessor: (ScheduleID) throws -> ScheduleID?
  ) rethrows -> [ScheduleID]? {
    var way = [schedule]
    var seen: Set<ScheduleID> = []
    var next: ScheduleID? = first
    while let current = next {
      way.append(current)
      if current == schedule { return way }
      // A cycle of others is not this one's.
      guard seen.insert(current).inserted else { return nil }
      next = try predecessor(current)
    }
    return nil
  }
}
