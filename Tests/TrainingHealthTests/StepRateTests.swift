import Testing
import TrainingHealth
import TrainingModel

/// When a training has become slow.
@Suite struct StepRateTests {
  /// A training by its phases: so many steps, each of so many seconds.
  private func pace(_ phases: [(steps: Int, seconds: Double)], perEpoch: Int = 1000) -> Pace {
    var pace = Pace()
    var (now, done) = (100.0, 0)
    for phase in phases {
      for _ in 0..<phase.steps {
        now += phase.seconds
        done += 1
        pace.note(
          TrainingProgress(
            epoch: Double((done - 1) / perEpoch + 1), step: (done - 1) % perEpoch + 1, totalSteps: perEpoch),
          at: now)
      }
    }
    return pace
  }

  @Test func aFallToAFourthIsTold() throws {
    let slow = try #require(pace([(1000, 0.5), (40, 2)]).slowdown)
    #expect(slow.unit == .steps)
    #expect(abs(slow.before - 2) < 0.2)
    #expect(abs(slow.now - 0.5) < 0.01)
    #expect(slow.seconds >= 60)
    #expect(slow.warning.code == .stepRateFell)
    #expect(slow.warning.evidence?.hasPrefix("30 steps a minute over the last 1 min ") == true)
  }

  @Test(arguments: [
    [(1000, 0.5)], [(1000, 0.5), (60, 1.2)],  // to less than half, which is not enough
    [(1000, 0.5), (20, 2)],  // not for long enough
    [(20, 0.5), (400, 2)],  // nothing was known before
    [(600, 0.5), (7, 30)],  // too few movements
    [(600, 0.5), (1, 600), (600, 0.5)],  // a pause
  ])
  func otherwiseNothingIsTold(phases: [(Int, Double)]) {
    #expect(pace(phases).slowdown == nil)
  }

  @Test func epochsThatBeginDoNotMatter() {
    #expect(pace([(1000, 0.5)], perEpoch: 10).slowdown == nil)
    #expect(pace([(1000, 0.5), (40, 2)], perEpoch: 10).slowdown != nil)
  }

  @Test func whatIsFastAgainIsNotSlow() {
    #expect(pace([(1000, 0.5), (200, 2)]).slowdown != nil)
    #expect(pace([(1000, 0.5), (200, 2), (300, 0.5)]).slowdown == nil)
  }

  @Test func withoutStepsEpochsCount() {
    var pace = Pace()
    for number in 1...20 { pace.note(TrainingProgress(epoch: Double(number)), at: Double(number) * 10) }
    for number in 21...30 {
      pace.note(TrainingProgress(epoch: Double(number)), at: 200 + Double(number - 20) * 40)
    }
    #expect(pace.slowdown?.unit == .epochs)
    #expect(pace.slowdown?.warning.evidence?.hasPrefix("1.5 epochs a minute over ") == true)
  }
}
