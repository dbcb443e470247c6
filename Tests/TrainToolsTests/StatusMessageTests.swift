import LogReading
import Testing
import TrainingAnswers
import TrainingModel

@testable import TrainingService

/// The one line that a task says of its run.
@Suite struct StatusMessageTests {
  private static let time = Timestamp(nanoseconds: 1_763_696_400_000_000_000)
  private static let running = RunState.running(
    process: ProcessIdentity(pid: 7, startTime: 1), startedAt: time)

  private func message(
    _ log: String = "", state: RunState = Self.running, phase: RunPhase? = .training,
    timeLeft: Double? = nil, error: ErrorSummary? = nil, warning: RunWarning.Code? = nil
  ) throws -> String {
    var reader = LogReader()
    _ = reader.consume(Array(log.utf8)[...])
    return RunPicture(
      specification: RunSpecification(
        id: try #require(RunID("train-x")), command: ["true"], workingDirectory: "/", createdAt: Self.time),
      command: ["true"], state: state, phase: phase, process: nil, trainingStartedAt: nil, startedAfter: nil,
      duration: 1, timeLeft: timeLeft.map { TimeLeft(seconds: $0, source: .pace) }, log: reader.picture,
      code: nil, logPath: "/log", logSize: 0, errorSummary: error,
      warnings: warning.map { [RunWarning($0, "w")] } ?? []
    ).statusMessage
  }

  private static func ended(_ outcome: RunOutcome) -> RunState {
    .ended(ExitRecord(outcome: outcome, startedAt: time, endedAt: time, duration: 1))
  }

  @Test func aTrainingSaysItsEpochItsLossAndItsTime() throws {
    let log = "Epoch 3/10 - val_accuracy: 0.8 - loss: 0.41\n"
    #expect(try message(log, timeLeft: 1_320) == "epoch 3/10, loss 0.41, 22 min left")
    #expect(try message(log) == "epoch 3/10, loss 0.41")
    #expect(
      try message(log, warning: .stalled) == "epoch 3/10, loss 0.41, stalled: nothing has moved for long")
    #expect(try message() == "training")
  }

  @Test(arguments: [
    (0, "0 s left"), (59.4, "59 s left"), (60, "1 min left"), (5_399, "90 min left"), (5_400, "2 h left"),
    (172_799, "48 h left"), (172_800, "2 days left"), (1e30, "more than 30 years left"),
  ])
  func timesAreInOneUnit(seconds: Double, text: String) throws {
    #expect(try message(timeLeft: seconds) == text)
  }

  @Test func whatIsNotTrainingSaysWhatItIs() throws {
    #expect(try message(state: .launching, phase: nil) == "being started")
    #expect(try message(phase: .starting) == "starting, no sign of training yet")
    let stopping = RunState.stopping(
      process: ProcessIdentity(pid: 7, startTime: 1), startedAt: Self.time, reason: .taskCancelled)
    #expect(try message(state: stopping, phase: .stopping) == "being stopped")
  }

  @Test func anEndedRunSaysHowItEnded() throws {
    #expect(try message(state: Self.ended(.exited(code: 0)), phase: nil) == "completed")
    let killed = Self.ended(.stopped(.taskCancelled, status: .signalled(.terminate)))
    #expect(try message(state: killed, phase: nil) == "killed")
    let error = ErrorSummary(
      failureType: .missingDependency, message: "No module named 'x'", confidence: .high, retry: .unknown)
    #expect(
      try message(state: Self.ended(.exited(code: 1)), phase: nil, error: error)
        == "failed, missing_dependency: No module named 'x'")
    #expect(
      try message(state: Self.ended(.exited(code: 1)), phase: nil, warning: .logUnread)
        == "ended, its log is still being read")
  }
}
