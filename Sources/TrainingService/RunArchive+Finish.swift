internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Commands at the end of runs, as they are kept.
extension RunArchive {
  /// Claims a command that is due; nil when none is.
  func claimFinish() -> FinishOrder? {
    do {
      while let due = try schedules({ try $0.claimFinish() }) {
        if let definition = try schedule(due.schedule)?.schedule.definition, let command = definition.onFinish
        {
          return FinishOrder(due: due, command: command, start: definition.start)
        }
        // An update has taken it away meanwhile.
        try schedules { try $0.endFinish(of: due.execution, nil) }
      }
    } catch {
      sayOnce("The commands at the end of runs could not be looked at: \(error)")
    }
    return nil
  }

  /// Keeps how a command ended.
  func endFinish(_ order: FinishOrder, _ outcome: FinishOutcome) {
    do { try schedules { try $0.endFinish(of: order.due.execution, outcome) } } catch {
      sayOnce("How the on_finish command of \(order.due.run) ended could not be kept: \(error)")
    }
  }

  /// Says of what earlier holders of the lease claimed that its end is not known.
  func endClaimedFinishes() {
    guard home.hasSchedules else { return }
    let outcome = FinishOutcome(
      .error("The server that ran it ended before it did, so it was stopped; it is not run again."),
      endedAt: now)
    do { try schedules { try $0.endClaimedFinishes(outcome) } } catch {
      sayOnce("The commands that an earlier server ran could not be looked at: \(error)")
    }
  }
}
