import JSON
import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// Commands at the end of runs: what they read, and that nothing they do reaches run, schedule or server.
@Suite(.timeLimit(.minutes(10)), .blocking) struct OnFinishTests {
  /// Due at once.
  private static var soon: TriggerSpecification.Kind {
    .once(runAt: Timestamp(nanoseconds: ScheduleYard.now.nanoseconds + ScheduleYard.seconds(0.3)).rfc3339)
  }

  private func shell(_ text: String, timeout: Int = 60) -> FinishCommand {
    FinishCommand(command: ["sh", "-c", text], timeout: timeout)
  }

  /// The outcome of the command of the one execution of a schedule.
  private func outcome(_ id: ScheduleID, in yard: ScheduleYard) throws -> FinishOutcome {
    try blockUntil("its command has ended") { try yard.executions(id).first?.onFinish != nil }
    return try #require(try yard.executions(id).first?.onFinish)
  }

  @Test func itReadsThePictureOfTheRunWithoutSecrets() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(
      Self.soon, command: "echo the key is hunter2hunter2; exit 3",
      environment: ["API_TOKEN": "hunter2hunter2"],
      onFinish: shell(
        "cat > picture; echo $SIGNALBOX_RUN_ID $SIGNALBOX_RUN_DIR $API_TOKEN > variables; echo done"))
    _ = try yard.startDaemon()
    #expect(try outcome(id, in: yard).result == .exited(code: 0))
    let execution = try #require(try yard.executions(id).first)
    let run = try #require(execution.run)
    let bytes = try FileSystem.read(yard.root + "/picture")
    let picture = try JSONParser.parse(bytes)
    #expect(picture["process_id"]?.string == run.rawValue)
    #expect(picture["process_status"] == "failed")
    #expect(picture["exit_code"] == 3)
    #expect(picture["schedule_id"]?.string == id.rawValue)
    #expect(picture["execution_id"]?.string == execution.id)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("hunter2"))
    let directory = yard.home.directory(of: run)
    #expect(
      String(decoding: try FileSystem.read(yard.root + "/variables"), as: UTF8.self)
        == "\(run) \(directory.path) hunter2hunter2\n")
    #expect(try FileSystem.read(directory.finishLogPath) == Array("done\n".utf8))
    #expect(try FileSystem.read(directory.logPath) == Array("the key is hunter2hunter2\n".utf8))
  }

  @Test func itRunsOnceAfterTheLastAttempt() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(
      Self.soon,
      command:
        "[ $SIGNALBOX_ATTEMPT = 3 ] || { echo 'ConnectionResetError: [Errno 104] Connection reset'; exit 1; }",
      policy: SchedulePolicy(retry: RetryPolicy(maxAttempts: 5, backoff: 0)),
      onFinish: shell("echo $SIGNALBOX_RUN_ID >> finished"))
    let daemon = try yard.startDaemon()
    _ = try outcome(id, in: yard)
    let execution = try #require(try yard.executions(id).first)
    #expect(execution.attempts == 3)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    #expect(
      String(decoding: try FileSystem.read(yard.root + "/finished"), as: UTF8.self)
        == "\(try #require(execution.run))\n")
  }

  /// Those that fail, flood, read nothing, or leave others behind.
  @Test(arguments: [
    ("exit 7", FinishOutcome.Result.exited(code: 7)),
    ("kill -SEGV $$", .signalled("SIGSEGV")),
    ("exec 0<&-; exit 0", .exited(code: 0)),
    ("head -c 3000000 /dev/zero; exit 0", .exited(code: 0)),
    ("sleep 600 & exit 0", .exited(code: 0)),
    ("setsid sleep 600 & exit 4", .exited(code: 4)),
  ])
  func nothingItDoesReachesRunOrSchedule(command: String, expected: FinishOutcome.Result) throws {
    let yard = try ScheduleYard()
    let id = try yard.create(
      .interval(seconds: 1), policy: SchedulePolicy(maxRuns: 1), onFinish: shell(command))
    let daemon = try yard.startDaemon()
    #expect(try outcome(id, in: yard).result == expected)
    let execution = try #require(try yard.executions(id).first)
    #expect(execution.status == .completed)
    let record = try #require(try yard.record(id))
    #expect(record.progress.status == .completed)
    #expect(record.progress.lastError == nil)
    #expect(record.progress.successRuns == 1)
    let run = try #require(execution.run)
    let log = try FileSystem.read(yard.home.directory(of: run).finishLogPath)
    #expect(log.count <= 262_144 + 100)
    try blockUntil("nothing of it is left") { ProcessTable.carrying("SIGNALBOX_RUN_ID")[run.rawValue] == nil }
    let isProblem = expected != .exited(code: 0)
    try blockUntil("a failure is said, and nothing else") {
      try yard.complaints().contains("The on_finish command of \(run)") == isProblem
    }
    #expect(try yard.kill(daemon, SystemSignal.terminate) == .exited(code: 0))
  }

  @Test func oneThatCannotBeStartedSaysWhy() throws {
    let yard = try ScheduleYard()
    let id = try yard.create(Self.soon, onFinish: FinishCommand(command: ["no-such-program"]))
    _ = try yard.startDaemon()
    guard case .error(let message) = try outcome(id, in: yard).result else {
      Issue.record("it was started")
      return
    }
    #expect(message.contains("There is no program no-such-program in PATH"))
  }

  @Test func oneThatHangsIsStoppedWithItsGroupAndHoldsNobodyUp() throws {
    let yard = try ScheduleYard()
    let slow = try yard.create(
      Self.soon, onFinish: shell("trap '' TERM; sleep 600 & sleep 600; sleep 600", timeout: 2))
    let other = try yard.create()
    _ = try yard.startDaemon()
    try blockUntil("the slow one has ended") { try yard.executions(slow).first?.completedAt != nil }
    let count = try yard.executions(other).count
    try blockUntil("others go on meanwhile") { try yard.executions(other).count >= count + 2 }
    #expect(try outcome(slow, in: yard).result == .error("It ran past its timeout_s of 2 s and was stopped."))
    let run = try #require(try yard.executions(slow).first?.run)
    try blockUntil("nothing of it is left") { ProcessTable.carrying("SIGNALBOX_RUN_ID")[run.rawValue] == nil }
  }

  @Test(arguments: [SystemSignal.kill, SystemSignal.terminate])
  func itEndsWithTheServerAndIsNotRunAgain(signal: Int32) throws {
    let yard = try ScheduleYard()
    let id = try yard.create(Self.soon, onFinish: shell("echo started >> started; sleep 600"))
    let first = try yard.startDaemon()
    try blockUntil("it runs") { FileSystem.kind(of: yard.root + "/started") != nil }
    let run = try #require(try yard.executions(id).first?.run)
    _ = try yard.kill(first, signal)
    try blockUntil("nothing of it is left") { ProcessTable.carrying("SIGNALBOX_RUN_ID")[run.rawValue] == nil }
    _ = try yard.startDaemon()
    guard case .error(let message) = try outcome(id, in: yard).result else {
      Issue.record("it ended by itself")
      return
    }
    #expect(message.contains("ended before it did"))
    #expect(try FileSystem.read(yard.root + "/started") == Array("started\n".utf8))
    #expect(try yard.executions(id).first?.status == .completed)
  }
}
