import Diagnosis
import LinePatterns
import LogReading
import Testing
import TrainingModel

/// Rules that people write go before ours.
@Suite struct UserRuleTests {
  private static let log =
    "epoch 1 loss 0.5\nlicense server is down\nTraceback (most recent call last):\n"
    + "  File \"/home/u/train.py\", line 7, in main\n    go()\nRuntimeError: no token from Lima-7\n"

  private func rule(
    _ name: String, _ pattern: String, _ type: FailureType = .networkError,
    _ suggestions: [String] = ["Ask."],
    retry: ErrorSummary.Retry? = .mayHelp, location: String? = nil
  ) throws -> UserFailureRule {
    UserFailureRule(
      name: name, pattern: try LinePattern(pattern), type: type, suggestions: suggestions, retry: retry,
      location: location)
  }

  private func facts(
    _ rules: [UserFailureRule], _ outcome: RunOutcome = .exited(code: 1), log: String = Self.log
  ) -> FailureFacts {
    FailureFacts(outcome: outcome, command: ["python", "train.py"], log: lines(log), rules: rules)
  }

  @Test func theFirstRuleThatMatchesDecides() throws {
    let rules = [
      try rule("none", "^nothing$"), try rule("license", "license server .* down$", location: "license.yaml"),
      try rule("token", "token", .authentication),
    ]
    let summary = try #require(FailureDiagnosis.summary(of: facts(rules)))
    #expect(summary.failureType == .networkError)
    #expect(summary.message == "license server is down")
    #expect(summary.suggestions == ["Ask."])
    #expect(summary.retry == .mayHelp)
    #expect(summary.rule == "license")
    #expect(summary.location == "license.yaml")
    #expect(summary.confidence == .high)
    #expect(summary.fingerprint != FailureDiagnosis.summary(of: facts([]))?.fingerprint)
  }

  @Test func thePlaceThatTheLogShowsIsTold() throws {
    let summary = FailureDiagnosis.summary(of: facts([try rule("token", "no token", location: "x")]))
    #expect(summary?.location == "/home/u/train.py:7")
  }

  @Test func whatARuleLeavesOutIsOurs() throws {
    let bare = try rule("disk", "Lima-\\d", .diskFull, [], retry: nil)
    let summary = try #require(FailureDiagnosis.summary(of: facts([bare])))
    let ours = FailureDiagnosis.summary(of: facts([], log: "OSError: No space left on device"))
    #expect(summary.retry == ours?.retry)
    #expect(summary.suggestions.first?.isEmpty == false)
  }

  @Test func whatIsKnownWithoutTheLogStays() throws {
    let rules = [try rule("license", "license")]
    #expect(
      FailureDiagnosis.summary(of: facts(rules, .outOfMemory(status: .signalled(.kill))))?.failureType
        == .hostOutOfMemory)
    #expect(
      FailureDiagnosis.summary(of: facts(rules, .stopped(.killRequested, status: .exited(code: 1)))) == nil)
    #expect(FailureDiagnosis.summary(of: facts(rules, .signalled(.kill)))?.rule == "license")
  }

  @Test func aSuccessStaysOne() throws {
    let rules = [try rule("license", "license")]
    #expect(
      FailureDiagnosis.summary(of: facts(rules, .exited(code: 0), log: "license server is down\nepoch 9\n"))
        == nil)
    #expect(
      FailureDiagnosis.summary(of: facts(rules, .exited(code: 0)))?.rule == "license", "ours sees a failure")
  }

  @Test func theLastLineThatMatchesIsShownAndVeryLongOnesAreNot() throws {
    let log = "bad 1\nbad 2\nbad 3 \(String(repeating: "x", count: 5000))\n"
    let summary = FailureDiagnosis.summary(of: facts([try rule("bad", "^bad")], log: log))
    #expect(summary?.message == "bad 2")
    #expect(summary?.evidence.contains { $0.offset == 6 } == true)
  }

  @Test func anExplanationShowsThemAmongTheCandidates() throws {
    let rules = [try rule("license", "license"), try rule("token", "token")]
    let causes = FailureDiagnosis.explanation(of: facts(rules)).causes
    #expect(causes.prefix(2).map(\.rule) == ["license", "token"])
    #expect(causes.prefix(3).map(\.standing) == [.decided, .behindRule("license"), .behindRule("license")])
    let overruled = FailureDiagnosis.explanation(of: facts(rules, .outOfMemory(status: .signalled(.kill))))
      .causes
    #expect(overruled.prefix(2).allSatisfy { $0.standing == .overruled })
  }
}
