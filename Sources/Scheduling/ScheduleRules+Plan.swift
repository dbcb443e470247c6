package import TrainingModel

extension ScheduleRules {
  /// What is to become of all that came due by `now`: each occurrence is decided on once, and counted once.
  ///
  /// Nothing starts while the schedule is paused. A backlog starts one run, the newest that is not too late, unless
  /// the schedule asks for all.
  ///
  /// - Parameters:
  ///   - running: How many runs of the schedule are under way.
  ///   - watchingSince: Since when, without a break, this scheduler has looked at whatever came due. A start of the
  ///     program, a sleep of the machine and a step of its clock are breaks.
  ///   - verdict: What becomes of those that could start.
  package func plan(
    _ state: ScheduleState, at now: Timestamp, running: Int, watchingSince: Timestamp,
    _ verdict: TrainingDecision.Verdict = .start
  ) -> OccurrencePlan {
    var plan = OccurrencePlan(state: state)
    settleRetries(&plan, at: now)
    guard !hasNoOccurrences(state) else { return plan }
    if state.handledThrough > now.later(bySeconds: Self.clockCorrection) {
      plan.state.handledThrough = now
      plan.clockWasCorrected = true
    }
    // What waits for another attempt is under way, and so is what begins one now.
    var room = Room(running: running + plan.state.retries.count + plan.retries.count, gate: gate)
    settleQueue(&plan, &room, verdict)
    if let newest = timetable.newest(dueBy: now), newest > plan.state.handledThrough {
      settleDue(&plan, through: newest, at: now, &room, watchingSince: watchingSince, verdict)
    }
    return plan
  }

  /// What keeps an occurrence from starting, as a plan goes on.
  private struct Room {
    var running: Int
    var gate: ChainGate

    mutating func take() {
      running += 1
      if gate == .openOnce { gate = .closed }
    }
  }

  private func settleQueue(
    _ plan: inout OccurrencePlan, _ room: inout Room, _ verdict: TrainingDecision.Verdict
  ) {
    while let oldest = plan.state.queue.first {
      let fate: OccurrencePlan.Fate
      if plan.state.pausedSince != nil {
        fate = .missed(.paused)
      } else if case .never = room.gate {
        fate = .missed(.chainBroken)
      } else if isFree(room), room.gate.mayStart {
        fate = .init(verdict)
      } else {
        return
      }
      plan.state.queue.removeFirst()
      plan.fromQueue.append(.init(fate: fate, first: oldest, last: oldest, count: 1))
      plan.state.tally.count(fate, 1)
      if fate == .start { room.take() }
    }
  }

  /// Decides on every occurrence after `handledThrough` up to `newest`: first those that are out of question, as
  /// stretches, then the few that may run, one by one.
  private func settleDue(
    _ plan: inout OccurrencePlan, through newest: Timestamp, at now: Timestamp, _ room: inout Room,
    watchingSince: Timestamp, _ verdict: TrainingDecision.Verdict
  ) {
    let late = lateLimit(at: now, watchingSince: watchingSince)
    if let pausedSince = plan.state.pausedSince {
      // What was too late already when the pause began was missed for that.
      settle(&plan, through: timetable.newest(dueBy: min(late, pausedSince)), .missed(.late))
      return settle(&plan, through: newest, .missed(.paused))
    }
    settle(&plan, through: timetable.newest(dueBy: late), .missed(.late))
    if policy.catchUp == .none {
      settle(&plan, through: timetable.newest(dueBy: min(watchingSince, now)), .missed(.unattended))
    }
    var candidates: [Timestamp] = []
    var candidate: Timestamp? = newest
    while let time = candidate, time > plan.state.handledThrough, candidates.count < candidateLimit {
      candidates.append(time)
      candidate = timetable.previous(before: time)
    }
    settle(&plan, through: candidate, .missed(.coalesced))
    for time in candidates.reversed() {
      let fate = fate(plan.state, room, verdict)
      settle(&plan, through: time, fate)
      if fate == .queue { plan.state.queue.append(time) }
      if fate == .start { room.take() }
    }
  }

  private var candidateLimit: Int { policy.catchUp == .all ? Self.backlogLimit : 1 }

  /// The last due time that is too late to start.
  private func lateLimit(at now: Timestamp, watchingSince: Timestamp) -> Timestamp {
    // A whole second more: a timer that wakes a millisecond after a time with no grace is not late.
    let limit = now.later(bySeconds: -policy.misfireGrace - 1)
    return min(limit, max(watchingSince, now.later(bySeconds: -Self.ownSlowness - 1)))
  }

  /// Gives one fate to all occurrences that are not accounted for up to `time`.
  private func settle(_ plan: inout OccurrencePlan, through time: Timestamp?, _ fate: OccurrencePlan.Fate) {
    guard let time, time > plan.state.handledThrough,
      let first = timetable.next(after: plan.state.handledThrough)
    else { return }
    let count = timetable.count(after: plan.state.handledThrough, through: time)
    if plan.due.last?.fate == fate, fate != .start, fate != .queue, let previous = plan.due.popLast() {
      plan.due.append(.init(fate: fate, first: previous.first, last: time, count: previous.count + count))
    } else {
      plan.due.append(.init(fate: fate, first: first, last: time, count: count))
    }
    plan.state.tally.count(fate, count)
    plan.state.handledThrough = time
  }

  /// What becomes of one occurrence that may run.
  private func fate(
    _ state: ScheduleState, _ room: Room, _ verdict: TrainingDecision.Verdict
  ) -> OccurrencePlan.Fate {
    if case .never = room.gate { return .missed(.chainBroken) }
    if let runs = policy.maxRuns, state.tally.started + state.queue.count >= runs {
      return .missed(.runLimit)
    }
    // Where there is room nobody waits, since who waits was asked first.
    if isFree(room) {
      if room.gate.mayStart { return .init(verdict) }
      // One waits for what it comes after, whatever the policy says of overlap.
      return state.queue.isEmpty ? .queue : .skipOverlap
    }
    guard policy.overlap == .queue, state.queue.count < policy.queueLimit else { return .skipOverlap }
    return .queue
  }

  private func isFree(_ room: Room) -> Bool {
    policy.overlap == .allow || room.running < policy.runningLimit
  }
}

extension OccurrencePlan.Fate {
  fileprivate init(_ verdict: TrainingDecision.Verdict) {
    switch verdict {
    case .start: self = .start
    case .skip(let reason): self = .skip(reason)
    case .fail(let reason): self = .fail(reason)
    }
  }
}

extension OccurrenceTally {
  /// Counts what has a fate for good; what is queued is counted when it leaves the queue.
  fileprivate mutating func count(_ fate: OccurrencePlan.Fate, _ number: Int) {
    switch fate {
    case .start: started += number
    case .skipOverlap: skippedOverlap += number
    case .skip: skippedUnchanged += number
    case .fail: failedUnstarted += number
    case .missed(let reason): missed[reason, default: 0] += number
    case .queue: break
    }
  }
}
