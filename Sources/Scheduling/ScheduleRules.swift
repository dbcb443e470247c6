package import TrainingModel

/// When a schedule comes due, and how it deals with what does not go as planned: everything about it that decides,
/// nothing of how far it has come.
package struct ScheduleRules: Hashable, Sendable {
  package let timetable: Timetable
  package let policy: SchedulePolicy
  /// Whether what the schedule comes after lets it start something, as things stand.
  package var gate: ChainGate

  /// The most occurrences of a backlog that may run, so that none becomes a storm.
  package static let backlogLimit = 100
  /// By how many seconds a clock must go back for it to have been wrong.
  ///
  /// Time then goes on from what it says now; a clock that goes back by less was a little ahead, and nothing is done
  /// twice.
  package static let clockCorrection = 3 * 3_600
  /// How late in seconds a scheduler that runs may come to what falls due: its own slowness makes nothing late,
  /// whatever the misfire grace.
  package static let ownSlowness = 10

  package init(_ timetable: Timetable, _ policy: SchedulePolicy = SchedulePolicy(), gate: ChainGate = .open) {
    self.timetable = timetable
    self.policy = policy
    self.gate = gate
  }

  /// The state of a schedule that is created, or given a new trigger, at a time: what came before it does not count,
  /// other than the one time of a trigger that has one alone.
  package func initialState(createdAt time: Timestamp) -> ScheduleState {
    if case .once(let at) = timetable.trigger {
      return ScheduleState(handledThrough: min(time, at.nanosecondEarlier))
    }
    return ScheduleState(handledThrough: time)
  }

  /// Whether nothing will ever start again.
  package func isFinished(_ state: ScheduleState) -> Bool {
    state.retries.isEmpty && hasNoOccurrences(state)
  }

  /// Whether no occurrence will start again, other than by another attempt.
  func hasNoOccurrences(_ state: ScheduleState) -> Bool {
    guard state.queue.isEmpty else { return false }
    if let runs = policy.maxRuns, state.tally.started >= runs { return true }
    return timetable.next(after: state.handledThrough) == nil
  }

  /// When the schedule is to be looked at next, if no run of it ends before; nil while it is paused and when it is
  /// finished.
  package func nextDue(_ state: ScheduleState) -> Timestamp? {
    guard state.pausedSince == nil else { return nil }
    let occurrence =
      hasNoOccurrences(state)
      ? nil : timetable.next(after: state.handledThrough).map(timetable.dueTime(of:))
    return [occurrence, nextRetry(state)].compactMap(\.self).min()
  }
}
