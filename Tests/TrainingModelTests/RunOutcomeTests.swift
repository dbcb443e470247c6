import Testing
import TrainingModel

/// Each outcome has one status and one reason, and shows the exit that belongs to it.
@Suite struct RunOutcomeTests {
  @Test func statusesAndReasons() {
    let failure = StartFailure(problem: .commandNotFound, message: "")
    let cases: [(RunOutcome, ProcessStatus, EndReason)] = [
      (.exited(code: 0), .completed, .exited), (.exited(code: 1), .failed, .exited),
      (.failedToStart(failure), .failed, .failedToStart),
      (.stopped(.killRequested, status: .exited(code: 0)), .killed, .killRequested),
      (.stopped(.taskCancelled, status: .signalled(.kill)), .killed, .killRequested),
      (.stopped(.serverShutdown, status: .signalled(.terminate)), .killed, .serverShutdown),
      (.stopped(.timeLimit, status: .signalled(.kill)), .killed, .timeLimit),
      (.stopped(.stalled, status: .signalled(.kill)), .killed, .stalled),
      (.outOfMemory(status: .signalled(.kill)), .failed, .outOfMemory),
      (.signalled(.segmentationFault), .failed, .signalled), (.lost, .failed, .lost),
    ]
    for (outcome, status, reason) in cases {
      #expect(outcome.processStatus == status)
      #expect(outcome.endReason == reason)
      #expect(outcome.processStatus.isEnded)
    }
    #expect(Set(cases.map(\.2)) == Set(EndReason.allCases))
  }

  @Test func theExitThatBelongsToIt() {
    #expect(RunOutcome.stopped(.killRequested, status: .exited(code: 0)).exitStatus?.code == 0)
    #expect(RunOutcome.signalled(.abort).exitStatus?.signal == .abort)
    #expect(RunOutcome.lost.exitStatus == nil)
  }
}
