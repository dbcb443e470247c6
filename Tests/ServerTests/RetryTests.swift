import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Runs that fail and are tried again, by daemons that die meanwhile.
@Suite(.timeLimit(.minutes(10)), .blocking) struct RetryTests {
  /// Fails as a lost connection does until it has been started `attempts` times.
  private static func failing(until attempts: Int) -> String {
    """
    echo "$SIGNALBOX_ATTEMPT" >> attempts
    [ "$SIGNALBOX_ATTEMPT" = \(attempts) ] && exit 0
    echo 'ConnectionResetError: [Errno 104] Connection reset by peer'; exit 1
    """
  }

  private func once(_ retry: RetryPolicy, _ yard: ScheduleYard, until attempts: Int) throws -> ScheduleID {
    let at = Timestamp(nanoseconds: ScheduleYard.now.nanoseconds + ScheduleYard.seconds(0.5))
    return try yard.create(
      .once(runAt: at.rfc3339), command: Self.failing(until: attempts), policy: SchedulePolicy(retry: retry))
  }

  @Test func whatFailsTwiceAndThenSucceedsIsOneCompletedExecution() throws {
    let yard = try ScheduleYard()
    let id = try once(RetryPolicy(maxAttempts: 5, backoff: 0), yard, until: 3)
    let daemon = try yard.startDaemon()
    try blockUntil("it has succeeded") { try yard.executions(id).first?.status == .completed }
    let execution = try #require(try yard.executions(id).first)
    #expect(execution.attempts == 3)
    #expect(execution.earlierRuns.count == 2)
    #expect(try FileSystem.read(yard.root + "/attempts") == Array("1\n2\n3\n".utf8))
    let progress = try #require(try yard.record(id)).progress
    #expect((progress.successRuns, progress.failedRuns) == (1, 0))
    #expect(progress.state.tally.started == 1)
    #expect(progress.status == .completed)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    try yard.expectEveryOccurrenceOnce(id)
  }

  @Test func theLastAttemptDecides() throws {
    let yard = try ScheduleYard()
    let id = try once(RetryPolicy(maxAttempts: 2, backoff: 0), yard, until: 9)
    _ = try yard.startDaemon()
    try blockUntil("it has given up") {
      guard let execution = try yard.executions(id).first else { return false }
      return execution.attempts == 2 && execution.status == .failed
    }
    let execution = try #require(try yard.executions(id).first)
    #expect(execution.status == .failed)
    #expect(execution.attempts == 2)
    #expect(execution.retryAt == nil)
    let progress = try #require(try yard.record(id)).progress
    #expect(progress.failedRuns == 1)
    #expect(progress.status == .completed)
  }

  @Test func aDaemonThatDiesBetweenAttemptsIsFollowedByOneThatMakesTheNext() throws {
    let yard = try ScheduleYard()
    let id = try once(RetryPolicy(maxAttempts: 3, backoff: 2), yard, until: 3)
    let first = try yard.startDaemon()
    try blockUntil("it waits") { try yard.executions(id).first?.retryAt != nil }
    let waiting = try #require(try yard.executions(id).first)
    #expect(waiting.status == .failed)
    _ = try yard.kill(first)
    let second = try yard.startDaemon()
    try blockUntil("the second attempt has failed") {
      guard let execution = try yard.executions(id).first else { return false }
      return execution.attempts == 2 && execution.retryAt != nil
    }
    let again = try #require(try yard.executions(id).first)
    #expect(try #require(again.startedAt) >= #require(waiting.retryAt))
    let wait = try #require(again.retryAt).nanoseconds - #require(again.completedAt).nanoseconds
    #expect(wait == ScheduleYard.seconds(4), "it doubles")
    _ = try yard.kill(second)
    let third = try yard.startDaemon()
    try blockUntil("it has succeeded") { try yard.executions(id).first?.status == .completed }
    _ = try yard.kill(third, SystemSignal.terminate)
    #expect(try FileSystem.read(yard.root + "/attempts") == Array("1\n2\n3\n".utf8))
    try yard.expectEveryOccurrenceOnce(id)
  }

  /// As `whateverMomentTheHolderIsKilledAtEachOccurrenceRunsOnce`, around the moments of attempts.
  @Test func whateverMomentTheHolderIsKilledAtEachAttemptRunsOnce() throws {
    let yard = try ScheduleYard()
    let id = try once(RetryPolicy(maxAttempts: 20, backoff: 0), yard, until: 12)
    var holder = try yard.startDaemon()
    try blockUntil("it fires") { try yard.trace().count >= 1 }
    for _ in 1...8 {
      let next = try yard.startDaemon()
      let moment = Double.random(in: 0.05...0.25)
      _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: moment))
      _ = try yard.kill(holder)
      holder = next
    }
    try blockUntil("it has succeeded") { try yard.executions(id).first?.status == .completed }
    _ = try yard.kill(holder, SystemSignal.terminate)
    #expect(
      String(decoding: try FileSystem.read(yard.root + "/attempts"), as: UTF8.self)
        == (1...12).map { "\($0)\n" }.joined())
    try yard.expectEveryOccurrenceOnce(id)
  }
}
