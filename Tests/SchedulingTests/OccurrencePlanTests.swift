import Scheduling
import Testing
import TrainingModel

@Suite struct OccurrencePlanTests {
  /// 2026-03-02T10:00:00Z.
  private static let created = Timestamp(seconds: 1_772_445_600)

  /// A schedule that comes due every ten minutes from 10:10 on.
  private func scheduler(_ policy: SchedulePolicy = SchedulePolicy(), runSeconds: Int = 10) throws
    -> SimulatedScheduler
  {
    let grid = try IntervalGrid(seconds: 600, createdAt: Self.created)
    return SimulatedScheduler(
      ScheduleRules(Timetable(.interval(grid)), policy), createdAt: Self.created, runSeconds: runSeconds)
  }

  /// Each start as `due>started`, in minutes since the creation.
  private func starts(_ scheduler: SimulatedScheduler) -> [String] {
    scheduler.starts.map { start in
      let (due, at) = (
        start.occurrence.seconds - Self.created.seconds, start.at.seconds - Self.created.seconds
      )
      return due == at ? "\(due / 60)" : "\(due / 60)>\(at / 60)"
    }
  }

  @Test func whatComesDueStartsOnce() throws {
    var scheduler = try scheduler()
    scheduler.advance(seconds: 3_600)
    #expect(starts(scheduler) == ["10", "20", "30", "40", "50", "60"])
    #expect(scheduler.state.tally == OccurrenceTally(started: 6))
    #expect(scheduler.state.handledThrough == Timestamp(seconds: Self.created.seconds + 3_600))
  }

  /// Away from minute 15 to 62: 20, 30, 40, 50 and 60 came due, with a grace of half an hour for those from 32 on.
  @Test(
    arguments: [
      (
        .latest, .skip, ["10", "60>62", "70"], OccurrenceTally(started: 3, missed: [.late: 2, .coalesced: 2])
      ),
      (
        .all, .allow, ["10", "40>62", "50>62", "60>62", "70"], OccurrenceTally(started: 5, missed: [.late: 2])
      ),
      (
        .all, .queue, ["10", "40>62", "50>65", "60>68", "70>71"],
        OccurrenceTally(started: 5, missed: [.late: 2])
      ),
      (.none, .skip, ["10", "70"], OccurrenceTally(started: 2, missed: [.late: 2, .unattended: 3])),
    ] as [(CatchUpPolicy, OverlapPolicy, [String], OccurrenceTally)])
  func anAbsence(catchUp: CatchUpPolicy, overlap: OverlapPolicy, expected: [String], tally: OccurrenceTally)
    throws
  {
    let policy = SchedulePolicy(misfireGrace: 1_800, catchUp: catchUp, overlap: overlap)
    var scheduler = try scheduler(policy, runSeconds: 180)
    scheduler.advance(seconds: 900)
    scheduler.goDown()
    scheduler.advance(seconds: 62 * 60 - 900)
    scheduler.comeUp()
    scheduler.advance(seconds: 13 * 60)
    #expect(starts(scheduler) == expected)
    #expect(scheduler.state.tally == tally)
    #expect(scheduler.state.queue == [])
  }

  /// Runs of 25 minutes every ten.
  @Test(
    arguments: [
      (.skip, ["10", "40", "70"], 4, []), (.queue, ["10", "20>35", "40>60"], 3, [60]),
      (.allow, ["10", "20", "30", "40", "50", "60", "70"], 0, []),
    ] as [(OverlapPolicy, [String], Int, [Int])])
  func runsThatTakeLongerThanThePeriod(
    overlap: OverlapPolicy, expected: [String], skipped: Int, waiting: [Int]
  ) throws {
    var scheduler = try scheduler(SchedulePolicy(overlap: overlap), runSeconds: 1_500)
    scheduler.advance(seconds: 4_200)
    #expect(starts(scheduler) == expected)
    #expect(scheduler.state.tally.skippedOverlap == skipped)
    #expect(scheduler.state.queue.map { ($0.seconds - Self.created.seconds) / 60 } == waiting)
  }

  @Test func twoMayRunAtOnceWhereTheScheduleSaysSo() throws {
    var scheduler = try scheduler(SchedulePolicy(runningLimit: 2), runSeconds: 1_500)
    scheduler.advance(seconds: 4_200)
    #expect(starts(scheduler) == ["10", "20", "40", "50", "70"])
    #expect(scheduler.state.tally.skippedOverlap == 2)
  }

  @Test func aPauseMakesNothingUp() throws {
    var scheduler = try scheduler()
    scheduler.advance(seconds: 25 * 60)
    scheduler.pause()
    #expect(scheduler.rules.nextDue(scheduler.state) == nil)
    scheduler.advance(seconds: 41 * 60)
    scheduler.resume()
    scheduler.advance(seconds: 10 * 60)
    #expect(starts(scheduler) == ["10", "20", "70"])
    #expect(scheduler.state.tally == OccurrenceTally(started: 3, missed: [.paused: 4]))
  }

  @Test func aPauseThatBeganWhileNobodyWatchedCountsFromItsBegin() throws {
    let policy = SchedulePolicy(misfireGrace: 60)
    var scheduler = try scheduler(policy)
    scheduler.goDown()
    scheduler.advance(seconds: 25 * 60)
    // Another program writes the pause, and finds what nobody had looked at.
    scheduler.pause()
    scheduler.advance(seconds: 10 * 60)
    scheduler.resume()
    #expect(starts(scheduler) == [])
    #expect(scheduler.state.tally == OccurrenceTally(missed: [.late: 2, .paused: 1]))
  }

  @Test func whatWaitsIsMissedWithAPause() throws {
    var scheduler = try scheduler(SchedulePolicy(overlap: .queue), runSeconds: 1_500)
    scheduler.advance(seconds: 21 * 60)
    #expect(scheduler.state.queue.count == 1)
    scheduler.pause()
    #expect(scheduler.state.queue == [])
    #expect(scheduler.plans.last?.fromQueue.map(\.fate) == [.missed(.paused)])
    scheduler.resume()
    scheduler.advance(seconds: 30 * 60)
    #expect(starts(scheduler) == ["10", "30>35"])
  }

  /// A timer wakes a little after what it waits for, and a busy machine later still.
  @Test(arguments: [(0.002, 0.0, true), (4, 0, true), (12, 0, false), (4, 3, false), (0.9, 0.5, true)])
  func aGraceOfNothing(late: Double, watched: Double, starts: Bool) throws {
    let rules = try scheduler(SchedulePolicy(misfireGrace: 0)).rules
    let due = Self.created.seconds + 600
    let now = Timestamp(nanoseconds: Int64(due) * 1_000_000_000 + Int64(late * 1e9))
    // How long after the due time the scheduler came up; zero is before it.
    let since =
      watched == 0 ? Self.created : Timestamp(nanoseconds: Int64(due) * 1_000_000_000 + Int64(watched * 1e9))
    let plan = rules.plan(
      rules.initialState(createdAt: Self.created), at: now, running: 0, watchingSince: since)
    #expect(plan.due.map(\.fate) == [starts ? .start : .missed(.late)])
  }

  @Test func theNumberOfRunsHasAnEnd() throws {
    var scheduler = try scheduler(SchedulePolicy(maxRuns: 3))
    scheduler.advance(seconds: 7_200)
    #expect(starts(scheduler) == ["10", "20", "30"])
    #expect(scheduler.rules.isFinished(scheduler.state))
    #expect(scheduler.rules.nextDue(scheduler.state) == nil)
    #expect(scheduler.state.handledThrough == Timestamp(seconds: Self.created.seconds + 1_800))
  }

  @Test func whatWaitsCountsAmongTheRunsThatThereMayBe() throws {
    var scheduler = try scheduler(SchedulePolicy(overlap: .queue, maxRuns: 2), runSeconds: 1_500)
    scheduler.advance(seconds: 7_200)
    #expect(starts(scheduler) == ["10", "20>35"])
    #expect(scheduler.state.tally == OccurrenceTally(started: 2, missed: [.runLimit: 1]))
  }

  @Test func aBacklogThatWaitsHasAnEndToo() throws {
    let policy = SchedulePolicy(misfireGrace: 86_400 * 7, catchUp: .all, overlap: .queue)
    var scheduler = try scheduler(policy)
    scheduler.goDown()
    scheduler.advance(seconds: 86_400)
    scheduler.comeUp()
    #expect(scheduler.starts.count == 1)
    #expect(scheduler.state.queue.count == ScheduleRules.backlogLimit - 1)
    #expect(scheduler.state.tally.missed == [.coalesced: 144 - ScheduleRules.backlogLimit])
  }

  @Test func aBacklogStartsNoMoreRunsThanThereMayBe() throws {
    var scheduler = try scheduler(
      SchedulePolicy(misfireGrace: 7_200, catchUp: .all, overlap: .allow, maxRuns: 3))
    scheduler.goDown()
    scheduler.advance(seconds: 3_600)
    scheduler.comeUp()
    #expect(starts(scheduler) == ["10>60", "20>60", "30>60"])
    #expect(scheduler.state.tally.missed == [.runLimit: 3])
  }

  @Test func aBacklogIsNoStorm() throws {
    let grid = try IntervalGrid(seconds: 1, createdAt: Self.created)
    let policy = SchedulePolicy(misfireGrace: 86_400, catchUp: .all, overlap: .allow)
    let rules = ScheduleRules(Timetable(.interval(grid)), policy)
    var scheduler = SimulatedScheduler(rules, createdAt: Self.created, runSeconds: 1)
    scheduler.goDown()
    scheduler.advance(seconds: 3_600)
    scheduler.comeUp()
    #expect(scheduler.starts.count == ScheduleRules.backlogLimit)
    #expect(scheduler.starts.last?.occurrence == scheduler.now)
    #expect(scheduler.state.tally.missed == [.coalesced: 3_600 - ScheduleRules.backlogLimit])
    #expect(scheduler.plans.last?.due.first?.count == 3_600 - ScheduleRules.backlogLimit)
  }

  /// Fifty million occurrences are counted and not gone through.
  @Test func aCenturyOfAbsence() throws {
    let recurrence = CronRecurrence(try CronExpression("* * * * *"), in: try Zones.berlin())
    let rules = ScheduleRules(Timetable(.cron(recurrence)))
    let now = Timestamp(seconds: Self.created.seconds + 36_525 * 86_400)
    let plan = rules.plan(
      rules.initialState(createdAt: Self.created), at: now, running: 0, watchingSince: now)
    #expect(plan.due.map(\.count) == [36_525 * 1_440 - 301 / 60 - 1, 5, 1])
    #expect(plan.due.map(\.fate) == [.missed(.late), .missed(.coalesced), .start])
  }

  @Test func jitterIsWaitedFor() throws {
    let grid = try IntervalGrid(seconds: 600, createdAt: Self.created)
    let table = Timetable(.interval(grid), jitter: Jitter(seconds: 300, key: "a"))
    let rules = ScheduleRules(table)
    let state = rules.initialState(createdAt: Self.created)
    let due = try #require(rules.nextDue(state))
    let delay = due.seconds - grid.anchor.seconds
    try #require(delay > 0)
    let early = rules.plan(
      state, at: Timestamp(seconds: due.seconds - 1), running: 0, watchingSince: Self.created)
    #expect(early.due == [])
    #expect(early.state == state)
    let onTime = rules.plan(state, at: due, running: 0, watchingSince: Self.created)
    #expect(onTime.starts == [grid.anchor])
    // The grace begins with the delay's end.
    let late = Timestamp(seconds: due.seconds + 300)
    #expect(rules.plan(state, at: late, running: 0, watchingSince: late).starts == [grid.anchor])
  }

  @Test func aClockThatGoesBackALittleRepeatsNothing() throws {
    var scheduler = try scheduler()
    scheduler.advance(seconds: 21 * 60)
    scheduler.stepClock(seconds: -3 * 3_600)
    #expect(scheduler.rules.nextDue(scheduler.state)?.seconds == Self.created.seconds + 1_800)
    #expect(scheduler.state.tally == OccurrenceTally(started: 2))
  }

  @Test func aClockThatWasWrongCountsNoMore() throws {
    var scheduler = try scheduler()
    scheduler.advance(seconds: 21 * 60)
    scheduler.stepClock(seconds: -3 * 3_600 - 1)
    #expect(scheduler.rules.nextDue(scheduler.state)?.seconds == Self.created.seconds + 600)
  }

  /// The clock was set while no scheduler ran: only what is kept can tell.
  @Test func aClockThatWasWrongInAnAbsenceCountsNoMore() throws {
    let rules = try scheduler().rules
    let state = ScheduleState(handledThrough: Timestamp(seconds: Self.created.seconds + 36_000))
    let now = Timestamp(seconds: Self.created.seconds + 3_630)
    let plan = rules.plan(state, at: now, running: 0, watchingSince: now)
    #expect(plan.clockWasCorrected)
    #expect(plan.state.handledThrough == now)
    #expect(rules.nextDue(plan.state)?.seconds == Self.created.seconds + 4_200)
  }

  @Test func oneTimeAloneStartsAndIsOver() throws {
    let at = Timestamp(seconds: Self.created.seconds + 86_400 * 30)
    let rules = ScheduleRules(Timetable(.once(at)))
    var scheduler = SimulatedScheduler(rules, createdAt: Self.created, runSeconds: 10)
    scheduler.advance(seconds: 86_400 * 31)
    #expect(scheduler.starts.map(\.at) == [at])
    #expect(scheduler.plans.allSatisfy { !$0.clockWasCorrected })
    #expect(rules.isFinished(scheduler.state))
    // Whatever the clock does then, it does not start again.
    scheduler.stepClock(seconds: -86_400 * 20)
    scheduler.advance(seconds: 86_400 * 31)
    #expect(scheduler.starts.count == 1)
  }
}
