import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// Daemons that start what schedules ask for, and die while they do.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ScheduleFiringTests {
  @Test func onceRunsAtItsTimeAndTheScheduleIsCompleted() throws {
    let yard = try ScheduleYard()
    let at = Timestamp(nanoseconds: ScheduleYard.now.nanoseconds + ScheduleYard.seconds(1.5))
    let id = try yard.create(.once(runAt: at.rfc3339), command: "echo trained")
    let daemon = try yard.startDaemon()
    try blockUntil("it has run") { try yard.executions(id).first?.status == .completed }
    let execution = try #require(try yard.executions(id).first)
    #expect(execution.output == "trained")
    let started = try #require(execution.startedAt)
    #expect(started >= execution.scheduledFor)
    let record = try #require(try yard.record(id))
    #expect(record.progress.status == .completed)
    #expect(record.progress.successRuns == 1)
    #expect(try yard.kill(daemon, SystemSignal.terminate) == .exited(code: 0))
    #expect(try yard.complaints().split(separator: "\n").count == 1, "one line at the start and no other")
  }

  @Test func ofTwoDaemonsOneStartsAndTheOtherTakesOver() throws {
    let yard = try ScheduleYard()
    let id = try yard.create()
    let first = try yard.startDaemon()
    try blockUntil("it fires") { try yard.executions(id).count >= 1 }
    let second = try yard.startDaemon()
    try blockUntil("both are there") { try yard.executions(id).count >= 3 }
    _ = try yard.kill(first)
    let count = try yard.executions(id).count
    try blockUntil("the other goes on") { try yard.executions(id).count >= count + 2 }
    _ = try yard.kill(second, SystemSignal.terminate)
    try yard.stop(id)
    _ = try yard.startDaemon()
    try yard.waitForRuns(of: id)
    try yard.expectEveryOccurrenceOnce(id)
  }

  /// The holder is killed around the moments at which it fires, where it has most to lose.
  @Test func whateverMomentTheHolderIsKilledAtEachOccurrenceRunsOnce() throws {
    let yard = try ScheduleYard()
    let id = try yard.create()
    var holder = try yard.startDaemon()
    try blockUntil("it fires") { try yard.executions(id).count >= 1 }
    var next = try yard.startDaemon()
    for _ in 1...12 {
      let now = ScheduleYard.now.nanoseconds
      let due = (now / 1_000_000_000 + 1) * 1_000_000_000
      let moment = due - now + Int64.random(in: -1_000_000...25_000_000)
      _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: Double(moment) / 1e9))
      _ = try yard.kill(holder)
      holder = next
      next = try yard.startDaemon()
    }
    let count = try yard.executions(id).count
    try blockUntil("the last one fires") { try yard.executions(id).count >= count + 2 }
    _ = try yard.kill(next, SystemSignal.terminate)
    _ = try yard.kill(holder, SystemSignal.terminate)
    // What ran to its end after that is entered by whoever comes next.
    try yard.stop(id)
    let last = try yard.startDaemon()
    try yard.waitForRuns(of: id)
    _ = try yard.kill(last, SystemSignal.terminate)
    try yard.expectEveryOccurrenceOnce(id)
    #expect(try yard.executions(id).allSatisfy { $0.status != .failed }, "none was lost")
  }

  @Test func aRunWhoseStarterDiedBeforeItCouldTellIsStartedByTheNext() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(.interval(seconds: 3600), age: 3602)
    let record = try yard.home.schedule(id)
    let due = Timestamp(
      nanoseconds: (record.schedule.createdAt.nanoseconds / 1_000_000_000 + 3601) * 1_000_000_000)
    try yard.leaveOrphan(of: record, due)
    let daemon = try yard.startDaemon()
    try blockUntil("it has run") { try yard.executions(id).first?.status == .completed }
    _ = try yard.kill(daemon, SystemSignal.terminate)
    #expect(try yard.executions(id).map(\.scheduledFor) == [due])
    try yard.expectEveryOccurrenceOnce(id)
  }

  @Test func anOrphanThatIsFoundTooLateFailsAndIsNotStarted() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(.interval(seconds: 3600), age: 3602 + 1000)
    var record = try yard.home.schedule(id)
    let due = Timestamp(
      nanoseconds: (record.schedule.createdAt.nanoseconds / 1_000_000_000 + 3601) * 1_000_000_000)
    try yard.leaveOrphan(of: record, due)
    record.progress.state.handledThrough = due
    record.progress.state.tally.started = 0
    try yard.home.write(record)
    _ = try yard.startDaemon()
    try blockUntil("it is concluded") { try yard.executions(id).first?.status == .failed }
    #expect(try yard.executions(id).first?.errorMessage?.contains("misfire_grace_s of 300 s") == true)
    #expect(try yard.trace() == [])
  }

  @Test func anAbsenceIsMadeUpByOneRunAndAccountedFor() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(.interval(seconds: 1), age: 100_000)
    let daemon = try yard.startDaemon()
    try blockUntil("it has caught up") { try yard.executions(id).contains { $0.status == .completed } }
    try yard.stop(id)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    let last = try yard.startDaemon()
    try yard.waitForRuns(of: id)
    _ = try yard.kill(last, SystemSignal.terminate)
    let executions = try yard.executions(id)
    let record = try #require(try yard.record(id))
    #expect(record.progress.state.tally.total == executions.map(\.occurrences).reduce(0, +))
    #expect(record.progress.state.tally.missed[.late, default: 0] > 99_600)
    #expect(executions.count < 1_000, "a long absence does not fill the history")
    #expect(try yard.trace().count <= 10, "no storm")
  }

  @Test func aLostHistoryIsMadeAgainAndNothingStartsTwice() throws {
    let yard = try ScheduleYard()
    let id = try yard.create()
    let first = try yard.startDaemon()
    try blockUntil("it fires") { try yard.trace().count >= 3 }
    try yard.waitForRuns(of: id)
    _ = try yard.kill(first, SystemSignal.terminate)
    // Who has the old one open fires into it until he sees that it is gone.
    yard.dismissCompany()
    let before = try yard.home.runIDs().count
    for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(yard.home.historyPath + suffix) }
    let second = try yard.startDaemon()
    try blockUntil("it goes on") { try yard.executions(id).count > before }
    _ = try yard.kill(second, SystemSignal.terminate)
    let third = try yard.startDaemon()
    try yard.waitForRuns(of: id)
    _ = try yard.kill(third, SystemSignal.terminate)
    let runs = try yard.executions(id).compactMap(\.run?.rawValue)
    #expect(try yard.trace().sorted().filter { !runs.contains($0) } == [])
    #expect(try Set(yard.trace()).count == (try yard.trace().count), "no run ran twice")
  }

  @Test func aRunThatTakesLongerThanThePeriodSkipsAndNamesTheOneInTheWay() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(command: "sleep 2.5")
    let daemon = try yard.startDaemon()
    try blockUntil("the second run is under way") { try yard.trace().count >= 2 }
    try yard.stop(id)
    try yard.waitForRuns(of: id)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    try yard.expectEveryOccurrenceOnce(id)
    let executions = try yard.executions(id)
    let run = try #require(executions.first?.run)
    let skipped = executions.filter { $0.status == .skippedOverlap }
    #expect(skipped.count >= 2)
    #expect(skipped.first?.errorMessage?.contains(run.rawValue) == true)
  }

  @Test func whatWaitsStartsWhenTheRunBeforeItEnds() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(command: "sleep 1.4", policy: SchedulePolicy(overlap: .queue))
    let daemon = try yard.startDaemon()
    try blockUntil("three have run") { try yard.trace().count >= 3 }
    try yard.stop(id)
    try yard.waitForRuns(of: id)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    let executions = try yard.executions(id).filter { $0.run != nil }
    for (earlier, later) in zip(executions, executions.dropFirst()) {
      let (end, start) = (try #require(earlier.completedAt), try #require(later.startedAt))
      #expect(start >= end, "one after the other")
      #expect(
        start.nanoseconds - end.nanoseconds < ScheduleYard.seconds(0.9), "at once, not at the next due time")
    }
  }

  @Test func aScheduleHasNoMoreRunsThanItMayHave() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(policy: SchedulePolicy(maxRuns: 2))
    _ = try yard.startDaemon()
    try blockUntil("it is completed") { try yard.executions(id).count { $0.status == .completed } == 2 }
    #expect(try yard.record(id)?.progress.status == .completed)
  }

  @Test func aFailedRunSaysWhy() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(
      command: "echo 'ModuleNotFoundError: No module named torch'; exit 1", policy: SchedulePolicy(maxRuns: 1)
    )
    _ = try yard.startDaemon()
    try blockUntil("it has failed") { try yard.executions(id).first?.status == .failed }
    let execution = try #require(try yard.executions(id).first)
    #expect(execution.errorMessage?.contains("No module named torch") == true)
    #expect(try yard.record(id)?.progress.lastError == execution.errorMessage)
  }

  @Test func aScheduleThatCannotBeReadHoldsNoOtherUp() throws {
    let yard = try ScheduleYard()
    let bad = try yard.create()
    let good = try yard.create()
    let daemon = try yard.startDaemon()
    try blockUntil("both fire") {
      try yard.executions(bad).count >= 1 && (try yard.executions(good).count >= 1)
    }
    try yard.damage(bad)
    let count = try yard.executions(good).count
    try blockUntil("the good one goes on") { try yard.executions(good).count >= count + 2 }
    try blockUntil("the other is named") { try yard.complaints().contains(bad.rawValue) }
    _ = try yard.kill(daemon, SystemSignal.terminate)
  }

  @Test func aDaemonSleepsWhileNothingIsDue() throws {
    let yard = try ScheduleYard()
    try yard.create(.interval(seconds: 100_000))
    let daemon = try yard.startDaemon()
    try blockUntil("it holds the lease") { FileSystem.kind(of: yard.home.schedulerPath) != nil }
    try blockUntil("it sleeps") {
      let before = try Yard.contextSwitches(of: daemon.pid)
      // A window to look through, not a time that must suffice: were anything to tick, it would show.
      _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 2))
      return try Yard.contextSwitches(of: daemon.pid) == before
    }
  }
}
