import Scheduling
import Testing
import TrainingModel

/// What comes after something else: when it starts, and what can never start.
@Suite struct ChainTests {
  private static let created = Timestamp(nanoseconds: 1_772_323_200_000_000_000)
  private static let hour = 3_600

  private func time(_ hours: Int) -> Timestamp {
    Timestamp(nanoseconds: Self.created.nanoseconds + Int64(hours * Self.hour) * 1_000_000_000)
  }

  private func rules(_ gate: ChainGate, _ policy: SchedulePolicy = SchedulePolicy()) throws -> ScheduleRules {
    ScheduleRules(
      Timetable(.interval(try IntervalGrid(seconds: Self.hour, anchor: Self.created))), policy, gate: gate)
  }

  private func plan(_ state: ScheduleState, _ hours: Int, _ gate: ChainGate, running: Int = 0) throws
    -> OccurrencePlan
  {
    try rules(gate).plan(state, at: time(hours), running: running, watchingSince: Self.created)
  }

  @Test func whatComesTooEarlyWaitsAndOneAtMost() throws {
    let first = try plan(ScheduleState(handledThrough: Self.created), 1, .closed)
    #expect(first.due.map(\.fate) == [.queue])
    let second = try plan(first.state, 2, .closed)
    #expect(second.due.map(\.fate) == [.skipOverlap])
    #expect(second.state.queue == [time(1)])
    #expect(second.state.tally.total + second.state.queue.count == 2)
    let open = try plan(second.state, 2, .open)
    #expect(open.starts == [time(1)])
    #expect(open.state.queue == [])
  }

  @Test func oneCompletionLetsOneStart() throws {
    let policy = SchedulePolicy(misfireGrace: 100_000, catchUp: .all, overlap: .allow)
    let plan = try rules(.openOnce, policy)
      .plan(
        ScheduleState(handledThrough: Self.created), at: time(3), running: 0, watchingSince: Self.created)
    #expect(plan.due.map(\.fate) == [.start, .queue, .skipOverlap])
    let all = try rules(.open, policy)
      .plan(
        ScheduleState(handledThrough: Self.created), at: time(3), running: 0, watchingSince: Self.created)
    #expect(all.due.map(\.fate) == [.start, .start, .start])
  }

  @Test func aRunOfItsOwnIsInTheWayAsEver() throws {
    let state = ScheduleState(handledThrough: Self.created)
    #expect(try plan(state, 1, .open, running: 1).due.map(\.fate) == [.skipOverlap])
    #expect(try plan(state, 1, .closed, running: 1).due.map(\.fate) == [.skipOverlap])
    let waiting = ScheduleState(handledThrough: time(1), queue: [time(1)])
    #expect(try plan(waiting, 1, .open, running: 1).starts == [])
  }

  @Test func whatCanNeverStartIsMissed() throws {
    let state = ScheduleState(handledThrough: time(1), queue: [time(1)])
    let plan = try plan(state, 2, .never(reason: "gone"), running: 1)
    #expect(plan.fromQueue.map(\.fate) == [.missed(.chainBroken)])
    #expect(plan.due.map(\.fate) == [.missed(.chainBroken)])
    #expect(plan.state.tally.missed == [.chainBroken: 2])
  }

  @Test func aPauseEndsTheWaiting() throws {
    let state = ScheduleState(handledThrough: time(1), queue: [time(1)])
    let plan = try rules(.closed).pause(state, at: time(1), running: 0, watchingSince: Self.created)
    #expect(plan.fromQueue.map(\.fate) == [.missed(.paused)])
  }

  // MARK: Cycles

  private func id(_ name: String) throws -> ScheduleID { try #require(ScheduleID("schedule-\(name)")) }

  private func cycle(_ names: [String: String], of name: String) throws -> [String]? {
    let way = try ChainCycle.find(of: try id(name), after: try id(names[name] ?? "")) { id in
      try names[String(id.rawValue.dropFirst("schedule-".count))].map { try self.id($0) }
    }
    return way?.map { String($0.rawValue.dropFirst("schedule-".count)) }
  }

  @Test func aCycleIsNamedInItsOrder() throws {
    #expect(try cycle(["a": "b", "b": "a"], of: "a") == ["a", "b", "a"])
    #expect(try cycle(["a": "b", "b": "c", "c": "a"], of: "b") == ["b", "c", "a", "b"])
    #expect(try cycle(["a": "a"], of: "a") == ["a", "a"])
    #expect(try cycle(["a": "b", "b": "c"], of: "a") == nil)
    #expect(try cycle(["a": "b", "b": "c", "c": "b"], of: "a") == nil, "that of others")
  }
}
