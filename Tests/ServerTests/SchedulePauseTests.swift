import JSON
import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// Schedules that are paused and resumed through a server while a daemon starts what they ask for.
@Suite(.timeLimit(.minutes(10)), .blocking) struct SchedulePauseTests {
  /// The due times that are let pass while a schedule is paused.
  private static let pause = 3

  private func call(_ tool: String, _ id: ScheduleID, on server: Yard) throws -> ToolAnswer {
    let answer = try server.client.callTool(tool, ["schedule_id": .string(id.rawValue)])
    try #require(!answer.isError, "\(answer.text)")
    return answer
  }

  /// Lets due times pass: a window to look through, in which whatever would start shows.
  private func letDueTimesPass() throws {
    let instant = SystemClock.monotonic().advanced(bySeconds: Double(Self.pause) + 0.5)
    while SystemClock.monotonic() < instant { _ = try Poll.readable([], until: instant) }
  }

  /// Expects that what came due while a schedule was paused was missed for that, and nothing else was.
  ///
  /// - Parameters:
  ///   - paused: when it was paused, as closely as a caller knows: from the call to its answer.
  ///   - resumed: likewise.
  private func expectMissed(
    from paused: ClosedRange<Timestamp>, to resumed: ClosedRange<Timestamp>, _ executions: [Execution]
  ) {
    let meanwhile = executions.filter {
      $0.scheduledFor > paused.upperBound && $0.scheduledFor <= resumed.lowerBound
    }
    #expect(meanwhile.count >= Self.pause)
    for execution in meanwhile {
      #expect(execution.status == .missed)
      #expect(execution.errorMessage == "Missed: the schedule was paused.")
      #expect(execution.run == nil)
    }
    let others = executions.filter {
      $0.scheduledFor <= paused.lowerBound || $0.scheduledFor > resumed.upperBound
    }
    #expect(!others.contains { $0.errorMessage?.contains("paused") == true })
  }

  @Test func nothingStartsWhilePausedAndResumingMakesNothingUp() throws {
    let yard = try ScheduleYard()
    let id = try yard.create()
    let daemon = try yard.startDaemon()
    try blockUntil("it fires") { try yard.trace().count >= 2 }
    let server = try Yard(home: yard.home.path, companions: 0)
    let asked = ScheduleYard.now
    #expect(try call("schedule_pause", id, on: server)["status"] == "paused")
    let paused = asked...ScheduleYard.now
    try yard.waitForRuns(of: id)
    let started = try yard.trace()
    try letDueTimesPass()
    #expect(try yard.trace() == started)

    let before = ScheduleYard.now
    #expect(try call("schedule_resume", id, on: server)["status"] == "active")
    let after = ScheduleYard.now
    try blockUntil("it goes on") { try yard.trace().count >= started.count + 2 }
    try yard.stop(id)
    try yard.waitForRuns(of: id)
    server.close()
    _ = try yard.kill(daemon, SystemSignal.terminate)
    try yard.expectEveryOccurrenceOnce(id)
    let executions = try yard.executions(id)
    expectMissed(from: paused, to: before...after, executions)
    let startsAtOnce = executions.filter { execution in
      guard execution.run != nil, let startedAt = execution.startedAt else { return false }
      return startedAt >= before && execution.scheduledFor <= after
    }
    // The moment of resuming may be a due time itself.
    #expect(startsAtOnce.count <= 1, "no storm")
    #expect(try yard.record(id)?.progress.state.tally.missed[.paused, default: 0] ?? 0 >= Self.pause)
  }

  @Test func aPauseOutlivesTheDaemon() throws {
    let yard = try ScheduleYard()
    let id = try yard.create()
    let other = try yard.create()
    let first = try yard.startDaemon()
    try blockUntil("it fires") { try yard.executions(id).count >= 2 }
    let server = try Yard(home: yard.home.path, companions: 0)
    let asked = ScheduleYard.now
    _ = try call("schedule_pause", id, on: server)
    let paused = asked...ScheduleYard.now
    // Else it would fire in the daemon's place.
    server.close()
    _ = try yard.kill(first)
    let count = try yard.executions(id).count

    let second = try yard.startDaemon()
    try blockUntil("the next one fires what is not paused") {
      try yard.executions(other).count { $0.scheduledFor > paused.upperBound } >= Self.pause
    }
    #expect(try yard.executions(id).count == count)
    #expect(try yard.record(id)?.progress.status == .paused)

    let window = try Yard(home: yard.home.path, companions: 0)
    let before = ScheduleYard.now
    #expect(try call("schedule_resume", id, on: window)["status"] == "active")
    let after = ScheduleYard.now
    try blockUntil("it goes on") {
      try yard.executions(id).contains { $0.status == .completed && $0.scheduledFor > before }
    }
    for schedule in [id, other] {
      try yard.stop(schedule)
      try yard.waitForRuns(of: schedule)
      try yard.expectNoGap(schedule)
    }
    window.close()
    _ = try yard.kill(second, SystemSignal.terminate)
    expectMissed(from: paused, to: before...after, try yard.executions(id))
    let runs = try [id, other].flatMap { try yard.executions($0).compactMap(\.run?.rawValue) }
    #expect(try yard.trace().sorted() == runs.sorted(), "each run started its training once")
  }
}
