internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// What comes due.
extension RunArchive {
  /// What a look at what is due found.
  struct Firing: Sendable {
    /// Schedules that were decided on.
    var decided: [ScheduleID] = []
    /// Runs whose supervisors are to be started now.
    var orders: [StartOrder] = []
    /// Runs that somebody made appear who died before he could tell.
    var found: [RunID] = []
    /// Looks at data without which these schedules cannot be decided on.
    var lookOrders: [DataLookOrder] = []
    /// Schedules whose looks are of no more use.
    var usedLooks: Set<ScheduleID> = []
    /// Runs that schedules wait for: somebody has to follow them.
    var awaited: [RunID] = []
    /// When to look next; nil when nothing will come due by itself.
    var nextDue: Timestamp?
    /// Whether there was more than is done in one turn.
    var hasMore = false
    /// Why a schedule could not be dealt with: it is tried again.
    var problem: String?
  }

  /// Runs that are made to appear before they are started.
  private static let startBatch = 4
  /// Schedules that are dealt with before others get their turn.
  private static let batch = 200

  /// The clock was set while a look was on its way to a schedule.
  private struct ClockWasSet: Error {}

  /// Decides on what is due, and makes the runs appear that are to start.
  ///
  /// - Parameters:
  ///   - looks: the looks at data that are done, and the schedules to leave alone because one is under way.
  ///   - clocks: what they said at `now`: what is not decided on when the wall clock is set is left to another look;
  ///     nil for a clock that nobody sets.
  func fire(
    now: Timestamp, watchingSince: Timestamp, looks: DataLooks = DataLooks(), clocks: ClockReading? = nil
  ) -> Firing {
    var firing = Firing()
    firing.usedLooks = Set(looks.done.keys)
    do {
      var failed: Set<ScheduleID> = []
      var left = Set(looks.done.keys)
      // Those that failed and those that wait stay due, and must not keep the others from their turn.
      let limit = Self.batch + unfireable.count + looks.underWay.count
      let ids = try schedules { try $0.schedules(dueBy: now, limit: limit) }
      firing.hasMore = ids.count == limit
      for id in ids where !looks.underWay.contains(id) {
        guard firing.orders.count < Self.startBatch else {
          // What is left for the next turn does not lose its look.
          firing.usedLooks.subtract(left.intersection(ids))
          firing.hasMore = true
          break
        }
        left.remove(id)
        do {
          try fire(id, now, watchingSince, looks.done[id], clocks, into: &firing)
        } catch let order as DataLookOrder {
          firing.lookOrders.append(order)
        } catch is ClockWasSet {
          firing.hasMore = true
          break
        } catch {
          failed.insert(id)
          firing.problem = "the schedule \(id) could not be dealt with and is tried again: \(error)"
        }
      }
      unfireable = failed
      let isAnyLeftDue = !(failed.isEmpty && looks.underWay.isEmpty && firing.lookOrders.isEmpty)
      firing.nextDue = try schedules { try isAnyLeftDue ? $0.nextDue(after: now) : $0.nextDue() }
    } catch {
      firing.problem = "\(error)"
    }
    return firing
  }

  /// Brings schedules that are accounted for beyond a time back to now: the clock was wrong.
  ///
  /// - Parameter before: what the clock said before; nil when nobody saw it.
  func noticeClock(from before: Timestamp?, to now: Timestamp) {
    let correction = Int64(ScheduleRules.clockCorrection) * 1_000_000_000
    // Without a witness only what lies further ahead than any small step can have brought it.
    let limit = before == nil ? Timestamp(nanoseconds: now.nanoseconds + correction) : now
    let seen = before ?? Timestamp(nanoseconds: .max)
    do {
      for id in try schedules({ try $0.schedules(handledBeyond: limit) }) {
        _ = try schedules { database in
          try database.change(id) { record, _ in
            let rules = try self.rules(of: record.schedule)
            if let state = rules.afterClockStep(record.progress.state, from: seen, to: now) {
              record.progress.state = state
            }
            return ScheduleStep(nextDue: rules.nextDue(record.progress.state))
          }
        }
      }
    } catch {
      sayOnce("Schedules could not be brought in line with the clock: \(error)")
    }
  }

  private func fire(
    _ id: ScheduleID, _ now: Timestamp, _ watchingSince: Timestamp, _ look: DataLook?,
    _ clocks: ClockReading?,
    into firing: inout Firing
  ) throws {
    // What came due while its data were looked at is decided on after this, with another look.
    let time = look?.askedAt ?? now
    if time < now { firing.hasMore = true }
    // Counts only once it is entered.
    var part = Firing()
    let isThere = try schedules { database in
      try database.change(id) { record, running in
        // Nobody changes the schedule from here on: what it holds by the new time would be taken for late by the old.
        if let clocks, ClockReading.now.isStep(from: clocks) { throw ClockWasSet() }
        var rules: ScheduleRules
        do { rules = try self.rules(of: record.schedule) } catch {
          record.progress.status = .failed
          record.progress.lastError = "Its trigger cannot be read any more: \(error)"
          return ScheduleStep(nextDue: nil)
        }
        let (gate, awaited) = try self.gate(of: record, in: database)
        rules.gate = gate
        if let awaited { part.awaited.append(awaited) }
        let decision = try self.decision(
          on: record, rules, at: time, running: running.count, watchingSince: watchingSince, look)
        let plan = rules.plan(
          record.progress.state, at: time, running: running.count, watchingSince: watchingSince,
          decision.verdict)
        let before = record
        record.apply(plan, rules)
        let decided = DecidedPlan(
          plan: plan, decision: decision, before: before, running: running, oldRules: rules, rules: rules)
        return try enact(decided, in: &record, into: &part)
      }
    }
    guard isThere != nil else {
      throw ServiceError.schedulesUnavailable(reason: "its row in the history cannot be read")
    }
    firing.decided.append(id)
    firing.orders += part.orders
    firing.found += part.found
    firing.awaited += part.awaited
  }
}
