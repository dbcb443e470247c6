import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Random schedules, absences, pauses and steps of the clock: every occurrence comes to one thing, and to one alone.
@Suite struct AccountingTests {
  private static let created = Timestamp(seconds: 1_772_445_600)

  @Test(arguments: 0..<40)
  func everyOccurrenceIsAccountedForOnce(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<10 {
      let rules = try Self.rules(&random)
      var scheduler = SimulatedScheduler(
        rules, createdAt: Self.created, runSeconds: Int.random(in: 0...5_000, using: &random))
      var isPaused = false
      for _ in 0..<40 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where scheduler.isUp: scheduler.goDown()
        case 1 where !scheduler.isUp: scheduler.comeUp()
        case 2 where isPaused:
          scheduler.resume()
          isPaused = false
        case 3 where !isPaused:
          scheduler.pause()
          isPaused = true
        case 4: scheduler.stepClock(seconds: Int.random(in: 0...20_000, using: &random))
        case 5:
          // Not as far as would make time count once more.
          let ahead = scheduler.state.handledThrough.seconds - scheduler.now.seconds
          let most = ScheduleRules.clockCorrection - max(0, ahead) - 1
          if most > 0 { scheduler.stepClock(seconds: -Int.random(in: 0...most, using: &random)) }
        default: scheduler.advance(seconds: Int.random(in: 0...9_000, using: &random))
        }
        if !scheduler.isUp, Bool.random(using: &random) { scheduler.comeUp() }
        scheduler.verdict = [.start, .start, .skip(.unchanged), .fail(.noNewData)].randomElement(
          using: &random)!
      }
      if !scheduler.isUp { scheduler.comeUp() }
      try check(scheduler)
    }
  }

  private func check(_ scheduler: SimulatedScheduler) throws {
    let (rules, state) = (scheduler.rules, scheduler.state)
    let table = rules.timetable
    let first = rules.initialState(createdAt: Self.created).handledThrough
    let all = table.occurrences(after: first, through: state.handledThrough, limit: 1_000_000)

    // The identity: what came due is what started, waits, was skipped or was missed.
    #expect(table.count(after: first, through: state.handledThrough) == all.count)
    #expect(all.count == state.tally.total + state.queue.count, "\(rules)")

    // The stretches of all plans, one after the other, are those occurrences.
    var position = 0
    for stretch in scheduler.plans.flatMap(\.due) {
      #expect(stretch.count >= 1)
      try #require(position + stretch.count <= all.count)
      #expect(all[position] == stretch.first)
      position += stretch.count
      #expect(all[position - 1] == stretch.last)
      if stretch.fate == .start || stretch.fate == .queue { #expect(stretch.count == 1) }
    }
    #expect(position == all.count)

    // What was queued started, was missed or waits: in order, each once.
    let queued = scheduler.plans.flatMap(\.due).filter { $0.fate == .queue }.map(\.first)
    let left = scheduler.plans.flatMap(\.fromQueue).map(\.first)
    #expect(left + state.queue == queued)

    let started = scheduler.starts.map(\.occurrence)
    #expect(started.count == state.tally.started)
    #expect(Set(started).count == started.count)
    #expect(started == started.sorted())
    if let runs = rules.policy.maxRuns { #expect(started.count <= runs) }

    for plan in scheduler.plans { checkPlan(plan, rules) }
  }

  private func checkPlan(_ plan: OccurrencePlan, _ rules: ScheduleRules) {
    let starts = plan.due.filter { $0.fate == .start }.count
    // One start for a backlog, unless all were asked for.
    #expect(starts <= (rules.policy.catchUp == .all ? ScheduleRules.backlogLimit : 1))
    if rules.policy.overlap != .allow { #expect(plan.starts.count <= rules.policy.runningLimit) }
    #expect(plan.state.queue.count <= rules.policy.queueLimit)
    if plan.state.pausedSince != nil { #expect(plan.state.queue.isEmpty) }
    // What is too late comes before what is not.
    let order = plan.due.map { stretch -> Int in
      switch stretch.fate {
      case .missed(.late): 0
      case .missed(.unattended), .missed(.paused): 1
      case .missed(.coalesced): 2
      case .start, .queue, .skipOverlap, .skip, .fail, .missed(.runLimit), .missed(.chainBroken): 3
      }
    }
    #expect(order == order.sorted())
  }

  /// Nothing that starts is later than its schedule lets it be, nothing starts in a pause, and after one nothing of it.
  @Test(arguments: 0..<40)
  func whatStartsMayStart(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    for _ in 0..<10 {
      let rules = try Self.rules(&random)
      guard rules.policy.overlap != .queue else { continue }
      var scheduler = SimulatedScheduler(rules, createdAt: Self.created, runSeconds: 30)
      for _ in 0..<30 {
        scheduler.advance(seconds: Int.random(in: 0...9_000, using: &random))
        let before = scheduler.starts.count
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
          scheduler.goDown()
          scheduler.advance(seconds: Int.random(in: 0...9_000, using: &random))
          scheduler.comeUp()
        case 1:
          scheduler.pause()
          let paused = scheduler.starts.count
          let since = scheduler.now
          scheduler.advance(seconds: Int.random(in: 0...9_000, using: &random))
          scheduler.resume()
          #expect(scheduler.starts.count == paused)
          scheduler.advance(seconds: 1)
          let resumed = Timestamp(seconds: scheduler.now.seconds - 1)
          for start in scheduler.starts[paused...] {
            let due = rules.timetable.dueTime(of: start.occurrence)
            #expect(due > resumed || due <= since)
          }
        default: break
        }
        for start in scheduler.starts[before...] {
          let late = start.at.seconds - rules.timetable.dueTime(of: start.occurrence).seconds
          #expect(0...max(rules.policy.misfireGrace, ScheduleRules.ownSlowness) ~= late)
        }
      }
    }
  }

  private static func rules(_ random: inout SeededGenerator) throws -> ScheduleRules {
    let trigger = try trigger(&random)
    let jitter =
      Int.random(in: 0..<4, using: &random) == 0
      ? trigger.shortestPeriod.map { Jitter(seconds: $0 - 1, key: "\(random.next())") } : nil
    let overlap = OverlapPolicy.allCases.randomElement(using: &random) ?? .skip
    let catchUp = CatchUpPolicy.allCases.randomElement(using: &random) ?? .latest
    func later(_ share: Int, _ range: ClosedRange<Int>) -> Timestamp? {
      Int.random(in: 0..<share, using: &random) == 0
        ? Timestamp(seconds: created.seconds + Int.random(in: range, using: &random)) : nil
    }
    let start = later(4, -10_000...50_000)
    let end = later(4, 60_000...200_000)
    let policy = SchedulePolicy(
      misfireGrace: [0, 1, 300, 3_600, 86_400].randomElement(using: &random) ?? 300, catchUp: catchUp,
      overlap: overlap, runningLimit: overlap == .allow ? 1 : Int.random(in: 1...3, using: &random),
      maxRuns: Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...30, using: &random) : nil)
    return ScheduleRules(Timetable(trigger, startAt: start, endAt: end, jitter: jitter), policy)
  }

  private static func trigger(_ random: inout SeededGenerator) throws -> Trigger {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .once(Timestamp(seconds: created.seconds + Int.random(in: -200...100_000, using: &random)))
    case 1, 2:
      return .interval(
        try IntervalGrid(seconds: Int.random(in: 60...8_000, using: &random), createdAt: created))
    default:
      let text =
        ["*/5 * * * *", "0 * * * *", "17,43 */2 * * *", "30 2 * * *", "0 9-17/2 * * MON-FRI", "50 1,2 * * *"]
        .randomElement(using: &random) ?? "0 * * * *"
      let zone = try Zones.all().randomElement(using: &random) ?? .utc
      return .cron(CronRecurrence(try CronExpression(text), in: zone))
    }
  }
}
