import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Schedules that come after runs and other schedules, with real daemons and trainings.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ChainTests {
  /// Due at once.
  private static var soon: TriggerSpecification.Kind {
    .once(runAt: Timestamp(nanoseconds: ScheduleYard.now.nanoseconds + ScheduleYard.seconds(0.3)).rfc3339)
  }

  /// A training that ends when the test says so, with the exit code it says.
  private static let held = "while [ ! -f release ]; do sleep 0.02; done; exit $(cat release)"

  private func release(_ yard: ScheduleYard, _ code: Int) throws {
    // In one step: whoever looks sees all of it.
    try FileSystem.replace(yard.root + "/release", with: Array("\(code)".utf8), durable: false)
  }

  private func afterHeld(_ yard: ScheduleYard, code: Int) throws -> Execution {
    let first = try yard.create(Self.soon, command: Self.held)
    let second = try yard.create(Self.soon, after: .schedule(first))
    _ = try yard.startDaemon()
    try blockUntil("the second waits for the first") {
      guard try yard.executions(first).first?.status == .running else { return false }
      return try yard.record(second)?.progress.state.queue.count == 1
    }
    #expect(try yard.executions(second) == [])
    try release(yard, code)
    try blockUntil("the second has come to its end") {
      guard let execution = try yard.executions(second).first else { return false }
      return execution.status != .running
    }
    let before = try #require(try yard.executions(first).first)
    let execution = try #require(try yard.executions(second).first)
    if let start = execution.startedAt { #expect(start >= (try #require(before.completedAt))) }
    return execution
  }

  @Test func oneStartsWhenTheOtherHasCompleted() throws {
    let yard = try ScheduleYard()
    #expect(try afterHeld(yard, code: 0).status == .completed)
  }

  @Test func oneIsMissedWhenTheOtherCannotCompleteAnyMore() throws {
    let yard = try ScheduleYard()
    let execution = try afterHeld(yard, code: 1)
    #expect(execution.status == .missed)
    #expect(execution.errorMessage?.contains("will complete no run any more") == true)
  }

  @Test func eachStartNeedsACompletionOfItsOwn() throws {
    let yard = try ScheduleYard()
    let first = try yard.create(.interval(seconds: 1), policy: SchedulePolicy(maxRuns: 2))
    let second = try yard.create(.interval(seconds: 1), after: .schedule(first))
    _ = try yard.startDaemon()
    try blockUntil("the first has had its runs, and what is left is missed") {
      try yard.executions(second).contains { $0.status == .missed }
    }
    let completed = try yard.executions(first).count { $0.status == .completed }
    let started = try yard.executions(second).count { $0.run != nil }
    #expect(completed == 2)
    #expect((1...2).contains(started), "no more than the other has completed")
  }

  @Test(arguments: [0, 1]) func oneRunOfAnotherServerIsEnough(code: Int) throws {
    let yard = try ScheduleYard()
    // Its server is gone by the time at which it ends.
    let other = try yard.create(Self.soon, command: Self.held)
    let server = try yard.startDaemon()
    try blockUntil("it runs") { try yard.executions(other).first?.status == .running }
    let run = try #require(try yard.executions(other).first?.run)
    _ = try yard.kill(server)
    // A file that is put there is seen by whoever takes the lease next, not by who has it.
    yard.dismissCompany()
    let second = try yard.create(Self.soon, after: .run(run))
    let daemon = try yard.startDaemon()
    try blockUntil("it waits") { try yard.record(second)?.progress.state.queue.count == 1 }
    try release(yard, code)
    try blockUntil("it has come to its end") {
      guard let execution = try yard.executions(second).first else { return false }
      return execution.status != .running
    }
    let execution = try #require(try yard.executions(second).first)
    let progress = try #require(try yard.record(second)).progress
    if code == 0 {
      #expect(execution.status == .completed)
      #expect(progress.status == .completed)
    } else {
      #expect(execution.status == .missed)
      #expect(execution.errorMessage == "Missed: the run \(run) that it comes after ended as failed.")
      #expect(progress.status == .failed)
      #expect(progress.lastError?.contains("ended as failed") == true)
    }
    _ = try yard.kill(daemon, SystemSignal.terminate)
  }

  @Test func aRunThatCompletedAndWasRemovedHasCompleted() throws {
    let yard = try ScheduleYard()
    let other = try yard.create(Self.soon)
    let daemon = try yard.startDaemon()
    try blockUntil("it has completed") { try yard.executions(other).first?.status == .completed }
    _ = try yard.kill(daemon, SystemSignal.terminate)
    // As above.
    yard.dismissCompany()
    let run = try #require(try yard.executions(other).first?.run)
    let at = Timestamp(nanoseconds: ScheduleYard.now.nanoseconds + ScheduleYard.seconds(2))
    let second = try yard.create(.once(runAt: at.rfc3339), after: .run(run))
    _ = try yard.startDaemon()
    try blockUntil("it was seen") { try yard.record(second)?.progress.hasPredecessorCompleted == true }
    try yard.home.remove(run)
    try blockUntil("it has run") { try yard.executions(second).first?.status == .completed }
  }
}
