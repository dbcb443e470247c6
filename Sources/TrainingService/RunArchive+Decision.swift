internal import Platform
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Whether what is due has a reason to start.
extension RunArchive {
  /// What a schedule's training itself has to say of what could start by a time.
  ///
  /// - Parameter look: the last look at its data; nil where there was none.
  /// - Throws: `DataLookOrder` where it depends on the data: then it is asked again with a look.
  func decision(
    on record: ScheduleRecord, _ rules: ScheduleRules, at time: Timestamp, running: Int,
    watchingSince: Timestamp, _ look: DataLook?
  ) throws -> TrainingDecision {
    let definition = record.schedule.definition
    let success = record.progress.lastSuccess
    let needsLook = definition.training.needsLook(after: success)
    guard needsLook || definition.training.decision(after: success, nil) != .start else { return .start }
    let starts = rules.plan(
      record.progress.state, at: time, running: running, watchingSince: watchingSince
    ).starts
    // A run that is there was decided on by somebody who died before he could enter it: it is taken over.
    guard !starts.isEmpty, !starts.contains(where: { isThere($0, of: record.schedule.id) }) else {
      return .start
    }
    guard needsLook else { return definition.training.decision(after: success, nil) }
    let scope = DataScope(definition)
    guard let look, look.scope == scope else {
      throw DataLookOrder(schedule: record.schedule.id, scope: scope, askedAt: time)
    }
    return definition.training.decision(after: success, look)
  }

  private func isThere(_ time: Timestamp, of schedule: ScheduleID) -> Bool {
    let id = RunID(of: ScheduledOccurrence(schedule: schedule, scheduledFor: time))
    return FileSystem.kind(of: home.directory(of: id).path) != nil
  }
}
