import Scheduling
import Testing
import TrainingModel

/// Whether, when and how often what failed is tried again.
@Suite struct RetryTests {
  private func failure(_ type: FailureType, _ retry: ErrorSummary.Retry) -> ErrorSummary {
    ErrorSummary(failureType: type, message: "m", confidence: .high, retry: retry)
  }

  @Test func theWaitDoublesUpToADay() {
    let policy = RetryPolicy(maxAttempts: 20, backoff: 60)
    #expect((1...4).map(policy.backoff(afterAttempt:)) == [60, 120, 240, 480])
    #expect(policy.backoff(afterAttempt: 11) == 61_440)
    #expect((12...20).allSatisfy { policy.backoff(afterAttempt: $0) == 86_400 })
    #expect(RetryPolicy(maxAttempts: 3, backoff: 0).backoff(afterAttempt: 2) == 0)
    #expect(RetryPolicy(maxAttempts: 3, backoff: 86_400).backoff(afterAttempt: .max) == 86_400)
  }

  @Test func whatTryingAgainCannotMendIsNotTriedAgain() {
    let policy = RetryPolicy(maxAttempts: 3, backoff: 10)
    #expect(policy.wait(afterAttempt: 1, failedWith: failure(.networkError, .mayHelp)) == 10)
    #expect(policy.wait(afterAttempt: 2, failedWith: failure(.unknown, .unknown)) == 20)
    #expect(policy.wait(afterAttempt: 1, failedWith: failure(.missingDependency, .uselessUnchanged)) == nil)
    #expect(policy.wait(afterAttempt: 3, failedWith: failure(.networkError, .mayHelp)) == nil, "the last")
    #expect(policy.wait(afterAttempt: 1, failedWith: nil) == nil, "nobody knows why")
  }

  @Test func whoNamesFailuresMeansThemWhateverTheDiagnosisThinks() {
    let policy = RetryPolicy(maxAttempts: 2, backoff: 10, onlyFor: [.cudaOutOfMemory])
    #expect(policy.wait(afterAttempt: 1, failedWith: failure(.cudaOutOfMemory, .uselessUnchanged)) == 10)
    #expect(policy.wait(afterAttempt: 1, failedWith: failure(.networkError, .mayHelp)) == nil)
  }

  // MARK: Plans

  private static let hour = 3_600
  private static let created = Timestamp(nanoseconds: 1_772_323_200_000_000_000)

  private func rules(_ policy: SchedulePolicy) throws -> ScheduleRules {
    ScheduleRules(
      Timetable(.interval(try IntervalGrid(seconds: Self.hour, anchor: Self.created))), policy)
  }

  private func time(_ seconds: Int) -> Timestamp {
    Timestamp(nanoseconds: Self.created.nanoseconds + Int64(seconds) * 1_000_000_000)
  }

  /// One hour in, with an attempt at the first occurrence that waits until ten minutes later.
  private func waiting() -> ScheduleState {
    ScheduleState(
      handledThrough: time(Self.hour), tally: OccurrenceTally(started: 1),
      retries: [PendingRetry(scheduledFor: time(Self.hour), attempt: 2, at: time(Self.hour + 600))])
  }

  @Test func anAttemptIsLookedAtAndStartsWhenItsTimeHasCome() throws {
    let rules = try rules(SchedulePolicy(retry: RetryPolicy(maxAttempts: 3)))
    #expect(rules.nextDue(waiting()) == time(Self.hour + 600))
    let early = rules.plan(
      waiting(), at: time(Self.hour + 599), running: 0, watchingSince: Self.created)
    #expect(early.retries == [])
    #expect(early.state == waiting())
    let due = rules.plan(waiting(), at: time(Self.hour + 600), running: 0, watchingSince: Self.created)
    #expect(due.retries.map(\.attempt) == [2])
    #expect(due.state.retries == [])
    #expect(due.state.tally.started == 1, "it stays one occurrence")
    #expect(due.starts == [])
  }

  @Test func whatWaitsIsUnderWayForOthers() throws {
    var state = waiting()
    state.retries[0].at = time(2 * Self.hour + 600)
    let skip = try rules(SchedulePolicy(retry: RetryPolicy(maxAttempts: 3)))
      .plan(state, at: time(2 * Self.hour), running: 0, watchingSince: Self.created)
    #expect(skip.due.map(\.fate) == [.skipOverlap])
    let queue = try rules(SchedulePolicy(overlap: .queue, retry: RetryPolicy(maxAttempts: 3)))
      .plan(state, at: time(2 * Self.hour), running: 0, watchingSince: Self.created)
    #expect(queue.state.queue == [time(2 * Self.hour)])
    // Also when both come due at once: the attempt was there first.
    state.retries[0].at = time(2 * Self.hour)
    let both = try rules(SchedulePolicy(retry: RetryPolicy(maxAttempts: 3)))
      .plan(state, at: time(2 * Self.hour), running: 0, watchingSince: Self.created)
    #expect(both.retries.count == 1)
    #expect(both.due.map(\.fate) == [.skipOverlap])
  }

  @Test func aPauseAndAChangeEndTheWaiting() throws {
    let rules = try rules(SchedulePolicy(retry: RetryPolicy(maxAttempts: 3)))
    let paused = rules.pause(waiting(), at: time(Self.hour + 10), running: 0, watchingSince: Self.created)
    #expect(paused.abandoned.map(\.reason) == [.paused])
    #expect(paused.state.retries == [])
    #expect(rules.nextDue(paused.state) == nil)
    let without = try self.rules(SchedulePolicy())
    #expect(without.nextDue(waiting()) == time(Self.hour), "at once")
    let plan = without.plan(waiting(), at: time(Self.hour + 10), running: 0, watchingSince: Self.created)
    #expect(plan.abandoned.map(\.reason) == [.notWanted])
  }

  @Test func aScheduleWithOneRunGoesOnWhileAnAttemptWaits() throws {
    let rules = try rules(SchedulePolicy(maxRuns: 1, retry: RetryPolicy(maxAttempts: 3)))
    #expect(!rules.isFinished(waiting()))
    #expect(rules.nextDue(waiting()) == time(Self.hour + 600))
    let plan = rules.plan(
      waiting(), at: time(3 * Self.hour), running: 0, watchingSince: Self.created)
    #expect(plan.retries.count == 1)
    #expect(plan.due == [], "what comes after its last run does not count")
    #expect(rules.isFinished(plan.state))
  }

  @Test func aClockThatWasWrongLetsNoAttemptWaitForIt() throws {
    let rules = try rules(SchedulePolicy(retry: RetryPolicy(maxAttempts: 3, backoff: 600)))
    let now = time(-1_000_000)
    let state = try #require(rules.afterClockStep(waiting(), from: time(Self.hour), to: now))
    #expect(state.retries.map(\.at) == [time(-1_000_000 + 600)])
  }
}
