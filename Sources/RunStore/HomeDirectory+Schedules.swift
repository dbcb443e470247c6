internal import JSON
package import Platform
package import Scheduling
package import TrainingModel

/// The files of schedules.
extension HomeDirectory {
  /// Where schedules are, whether it is there or not.
  package var schedulesPath: String { "\(path)/schedules" }

  private func path(of id: ScheduleID) -> String { "\(schedulesPath)/\(id.rawValue).json" }

  /// The schedules that have a file, newest first as far as their names tell; none where there never was one.
  package func scheduleIDs() throws(SystemError) -> [ScheduleID] {
    do throws(SystemError) {
      return try FileSystem.entries(of: schedulesPath).filter { $0.hasSuffix(".json") }.sorted(by: >)
        .compactMap { ScheduleID(String($0.dropLast(5))) }
    } catch {
      if error.kind == .notFound { return [] }
      throw error
    }
  }

  /// When the file of each schedule was written last, in nanoseconds since 1970.
  package func scheduleTimes() throws(SystemError) -> [ScheduleID: Int64] {
    var times: [ScheduleID: Int64] = [:]
    for id in try scheduleIDs() { times[id] = FileSystem.modificationTime(of: path(of: id)) }
    return times
  }

  /// Whether there was ever a schedule here.
  package var hasSchedules: Bool { FileSystem.kind(of: schedulesPath) == .directory }

  /// What the file of a schedule says.
  package func schedule(_ id: ScheduleID) throws(RecordError) -> ScheduleRecord {
    try ScheduleRecord(record: try Record(path: path(of: id)))
  }

  /// Writes the file of a schedule and waits until it is on the medium.
  ///
  /// It holds the values of the schedule's variables, secrets among them: a run at three in the morning needs them,
  /// and there is nobody to ask. Its owner alone may read it.
  package func write(_ schedule: ScheduleRecord) throws(SystemError) {
    try FileSystem.makeDirectories(schedulesPath)
    try FileSystem.replace(path(of: schedule.schedule.id), with: schedule.record.bytes, durable: true)
  }

  /// Removes the file of a schedule.
  package func removeSchedule(_ id: ScheduleID) throws(SystemError) {
    try FileSystem.removeFile(path(of: id))
    try FileSystem.synchronize(schedulesPath)
  }
}
