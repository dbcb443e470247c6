import FaultCampaign
import Testing
import TrainingModel

/// Each case has the verdicts that are right, and no other.
@Suite struct ExpectedEndTests {
  private typealias End = ExpectedEnd.End

  /// A run that started at 10 s.
  private func facts(
    _ kind: TrainingKind = .exits(code: 3), endedAt: Double? = nil, end: Truth.End = .exited(code: 3),
    isDetached: Bool = false, _ change: (inout RunFacts) -> Void = { _ in }
  ) -> RunFacts {
    let truth = Truth(startedAt: 10, endedAt: endedAt, end: endedAt.map { _ in end })
    var facts = RunFacts(kind, isDetached: isDetached, truth: truth)
    change(&facts)
    return facts
  }

  private func allowed(_ facts: RunFacts) -> Set<End> { ExpectedEnd(facts).allowed }

  @Test func aRunThatEndsByItself() {
    #expect(allowed(facts(endedAt: 11)) == [.exited(code: 3)])
    #expect(
      allowed(facts(.signalsItself, endedAt: 11, end: .signalled("SIGUSR1"))) == [.signalled("SIGUSR1")])
  }

  @Test func nothingIsRightOfARunThatNeverEnded() { #expect(allowed(facts()).isEmpty) }

  @Test func aCommandThatCannotBeStarted() {
    #expect(allowed(RunFacts(.failsToStart)) == [.failedToStart])
  }

  @Test func aTrainingThatIsShot() {
    #expect(allowed(facts { $0.trainingShotAt = 11 }) == [.signalled("SIGKILL")])
    #expect(
      allowed(facts(endedAt: 11) { $0.trainingShotAt = 11.02 }) == [.exited(code: 3), .signalled("SIGKILL")],
      "it may have been shot between its last line and its end")
    #expect(
      allowed(facts(endedAt: 11) { $0.trainingShotAt = 12 }) == [.exited(code: 3)], "it was dead already")
  }

  @Test func aSupervisorThatIsShot() {
    #expect(allowed(facts { $0.supervisorShotAt = 11 }) == [.lost])
    #expect(allowed(facts(endedAt: 11) { $0.supervisorShotAt = 11.2 }) == [.exited(code: 3), .lost])
  }

  @Test func anAttachedRunOfADeadServer() {
    #expect(allowed(facts { $0.serverEnd = (11, .killed) }) == [.stopped(.serverShutdown)])
    #expect(allowed(facts(endedAt: 10.5) { $0.serverEnd = (11, .killed) }) == [.exited(code: 3)])
    #expect(
      allowed(facts(endedAt: 11.03) { $0.serverEnd = (11, .killed) })
        == [.exited(code: 3), .stopped(.serverShutdown)], "either may have been first")
    #expect(
      allowed(facts(.stubborn(code: 3), endedAt: 11.2) { $0.serverEnd = (11, .killed) })
        == [.stopped(.serverShutdown)], "it used its grace to end, and was being stopped all the same")
  }

  @Test func aServerThatIsToldToEndAnswersFirst() {
    #expect(
      allowed(facts(endedAt: 11.3) { $0.serverEnd = (11, .graceful) })
        == [.exited(code: 3), .stopped(.serverShutdown)])
    #expect(
      allowed(facts(.stubborn(code: 3), endedAt: 13) { $0.serverEnd = (11, .graceful) })
        == [.stopped(.serverShutdown)], "but not for longer than 1.5 s")
  }

  @Test func aDetachedRunOutlivesItsServer() {
    #expect(
      allowed(facts(endedAt: 12, isDetached: true) { $0.serverEnd = (11, .killed) }) == [.exited(code: 3)])
    #expect(allowed(facts(isDetached: true) { $0.serverEnd = (11, .killed) }).isEmpty)
  }

  @Test func aRunThatIsKilledOnRequest() {
    #expect(allowed(facts { $0.killRequestedAt = 11 }) == [.stopped(.killRequested)])
    #expect(allowed(facts(endedAt: 10.5) { $0.killRequestedAt = 11 }) == [.exited(code: 3)])
  }

  @Test func aRequestThatItsServerMayNotHaveRead() {
    let unsure = facts(endedAt: 12, isDetached: true) {
      $0.killRequestedAt = 11
      $0.serverEnd = (11.05, .killed)
    }
    #expect(allowed(unsure) == [.exited(code: 3), .stopped(.killRequested)])
  }

  @Test func aRunThatTakesTooLong() {
    #expect(allowed(facts(.overruns(limit: 0.5))) == [.stopped(.timeLimit)])
    #expect(
      allowed(facts(.overruns(limit: 5)) { $0.serverEnd = (11, .killed) }) == [.stopped(.serverShutdown)])
  }

  @Test func aRunThatWasNeverAnsweredMayHaveNoSupervisor() {
    var facts = RunFacts(.exits(code: 3), isDetached: true, wasAnswered: false)
    #expect(ExpectedEnd(facts).allowed.isEmpty)
    facts.serverEnd = (11, .killed)
    #expect(ExpectedEnd(facts).allowed == [.lost])
  }

  @Test func aBusyMachineWidensTheMoment() {
    let late = facts(endedAt: 11.2) { $0.serverEnd = (11, .killed) }
    #expect(allowed(late) == [.stopped(.serverShutdown)])
    var busy = late
    busy.stall = 0.3
    #expect(allowed(busy) == [.exited(code: 3), .stopped(.serverShutdown)])
  }

  // MARK: What is said

  private func problem(_ facts: RunFacts, _ verdict: Verdict) -> ExpectedEnd.Problem? {
    ExpectedEnd(facts).problem(with: verdict)
  }

  @Test func rightVerdicts() {
    #expect(problem(facts(endedAt: 11), Verdict(.failed, .exited, exitCode: 3, duration: 1.01)) == nil)
    let zero = facts(.exits(code: 0), endedAt: 11, end: .exited(code: 0))
    #expect(problem(zero, Verdict(.completed, .exited, exitCode: 0, duration: 1)) == nil)
    let stopped = facts { $0.serverEnd = (11, .killed) }
    #expect(problem(stopped, Verdict(.killed, .serverShutdown, signal: "SIGTERM")) == nil)
    let stubborn = facts(.stubborn(code: 3), endedAt: 11.2) { $0.serverEnd = (11, .killed) }
    #expect(problem(stubborn, Verdict(.killed, .serverShutdown, exitCode: 3)) == nil)
    #expect(problem(facts { $0.supervisorShotAt = 11 }, Verdict(.failed, .lost)) == nil)
  }

  @Test(arguments: [
    Verdict(.completed, .exited, exitCode: 3, duration: 1),
    Verdict(.failed, .exited, exitCode: 4, duration: 1),
    Verdict(.failed, .signalled, signal: "SIGKILL", duration: 1),
    Verdict(.killed, .killRequested, exitCode: 3),
    Verdict(.running, nil, exitCode: 3), Verdict(.killed, .exited, exitCode: 3, duration: 1),
  ])
  func wrongVerdicts(verdict: Verdict) {
    guard case .wrongVerdict = problem(facts(endedAt: 11), verdict) else {
      Issue.record("\(verdict) passes")
      return
    }
  }

  @Test func aCodeThatATrainingHadAndNobodyKnows() {
    guard case .exitCodeLost = problem(facts(endedAt: 11), Verdict(.failed, .lost)) else {
      Issue.record("a lost exit code passes")
      return
    }
  }

  @Test func stoppedRunsDieOfOurSignalsOnly() {
    let stopped = facts { $0.serverEnd = (11, .killed) }
    #expect(problem(stopped, Verdict(.killed, .serverShutdown, signal: "SIGSEGV")) != nil)
    #expect(
      problem(stopped, Verdict(.killed, .serverShutdown, exitCode: 3)) != nil, "it never came to its exit")
    #expect(problem(stopped, Verdict(.killed, .serverShutdown)) != nil)
  }

  @Test func aDurationIsRightWithin50Milliseconds() {
    let ended = facts(endedAt: 11)
    for right in [0.95, 1, 1.05] {
      #expect(problem(ended, Verdict(.failed, .exited, exitCode: 3, duration: right)) == nil)
    }
    for wrong in [0.9, 1.08, 7201, -86399] {
      guard case .wrongDuration = problem(ended, Verdict(.failed, .exited, exitCode: 3, duration: wrong))
      else {
        Issue.record("\(wrong) s pass for 1 s")
        continue
      }
    }
    let shot = facts { $0.trainingShotAt = 11 }
    #expect(problem(shot, Verdict(.failed, .signalled, signal: "SIGKILL", duration: 2)) != nil)
  }
}
