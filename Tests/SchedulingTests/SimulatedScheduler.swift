import Scheduling
import TrainingModel

/// A scheduler, its clock and the runs it starts, all simulated: it looks at one schedule when something is due or a
/// run has ended, as long as it is up.
struct SimulatedScheduler {
  let rules: ScheduleRules
  private(set) var state: ScheduleState
  private(set) var now: Timestamp
  /// What happened, in order.
  private(set) var plans: [OccurrencePlan] = []
  private(set) var starts: [(occurrence: Timestamp, at: Timestamp)] = []
  /// What the data say of what could start.
  var verdict = TrainingDecision.Verdict.start
  private var watchingSince: Timestamp?
  /// When each run ends, by the time that passes and not by the clock.
  private var runEnds: [Int64] = []
  private var elapsed: Int64 = 0
  private let runNanoseconds: Int64

  init(_ rules: ScheduleRules, createdAt: Timestamp, runSeconds: Int) {
    self.rules = rules
    now = createdAt
    state = rules.initialState(createdAt: createdAt)
    watchingSince = createdAt
    runNanoseconds = Int64(runSeconds) * 1_000_000_000
    look()
  }

  var running: Int { runEnds.count }
  var isUp: Bool { watchingSince != nil }

  /// Lets time pass, and what is to happen in it.
  mutating func advance(seconds: Int) { advance(to: elapsed + Int64(seconds) * 1_000_000_000) }

  /// The scheduler is stopped; its runs go on.
  mutating func goDown() { watchingSince = nil }

  mutating func comeUp() {
    watchingSince = now
    look()
  }

  mutating func pause() {
    apply(rules.pause(state, at: now, running: running, watchingSince: watchingSince ?? now, verdict))
  }

  mutating func resume() {
    apply(rules.resume(state, at: now, running: running, watchingSince: watchingSince ?? now, verdict))
  }

  mutating func stepClock(seconds: Int) {
    let before = now
    now = Timestamp(nanoseconds: now.nanoseconds + Int64(seconds) * 1_000_000_000)
    guard isUp else { return }
    watchingSince = now
    if let state = rules.afterClockStep(state, from: before, to: now) { self.state = state }
    look()
  }

  private mutating func advance(to end: Int64) {
    while let event = nextEvent(), event <= end {
      pass(event - elapsed)
      runEnds.removeAll { $0 <= elapsed }
      if isUp { look() }
    }
    pass(end - elapsed)
  }

  private func nextEvent() -> Int64? {
    var events = runEnds
    if isUp, let due = rules.nextDue(state) {
      let (distance, overflows) = due.nanoseconds.subtractingReportingOverflow(now.nanoseconds)
      if !overflows { events.append(elapsed + max(0, distance)) }
    }
    return events.min()
  }

  private mutating func pass(_ nanoseconds: Int64) {
    elapsed += nanoseconds
    now = Timestamp(nanoseconds: now.nanoseconds + nanoseconds)
  }

  private mutating func look() {
    apply(rules.plan(state, at: now, running: running, watchingSince: watchingSince ?? now, verdict))
  }

  private mutating func apply(_ plan: OccurrencePlan) {
    state = plan.state
    plans.append(plan)
    for occurrence in plan.starts {
      starts.append((occurrence, now))
      runEnds.append(elapsed + runNanoseconds)
    }
  }
}
