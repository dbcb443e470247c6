import TestSupport
import Testing
import TrainingHealth
import TrainingModel

/// Rhythm and time left, by a clock that the tests turn.
@Suite struct PaceTests {
  private func epoch(_ epoch: Double, of total: Double? = nil, step: Int? = nil, steps: Int? = nil)
    -> TrainingProgress
  {
    TrainingProgress(epoch: epoch, totalEpochs: total, step: step, totalSteps: steps)
  }

  private func rounded(_ left: TimeLeft?) -> TimeLeft? {
    left.map { TimeLeft(seconds: ($0.seconds * 1e6).rounded() / 1e6, source: $0.source) }
  }

  /// A pace that has taken steps of one second, the first of them after `compilation`.
  private func pace(
    _ progress: [TrainingProgress], every seconds: Double = 1, compilation: Double = 1, from start: Double = 0
  ) -> (Pace, now: Double) {
    var pace = Pace()
    var now = start
    for (index, progress) in progress.enumerated() {
      now += index == 1 ? compilation : seconds
      pace.note(progress, at: now)
    }
    return (pace, now)
  }

  // MARK: Time left

  /// Ways of counting a training of 4 epochs with 50 steps each, for the state after `done` steps.
  private static let countings: [(String, @Sendable (Int) -> TrainingProgress)] = [
    ("steps", { TrainingProgress(step: $0, totalSteps: 200) }),
    ("percent", { TrainingProgress(percent: Double($0) / 2) }),
    (
      "epochs from 1",
      {
        TrainingProgress(
          epoch: Double(($0 - 1) / 50 + 1), totalEpochs: 4, step: ($0 - 1) % 50 + 1, totalSteps: 50)
      }
    ),
    (
      "epochs from 0",
      {
        TrainingProgress(
          epoch: Double(($0 - 1) / 50), totalEpochs: 4, step: ($0 - 1) % 50 + 1, totalSteps: 50)
      }
    ),
    (
      "fractions",
      { TrainingProgress(epoch: Double($0) / 50, totalEpochs: 4, step: $0, totalSteps: 200) }
    ),
    (
      "steps of the whole",
      {
        TrainingProgress(epoch: Double(($0 - 1) / 50 + 1), totalEpochs: 4, step: $0, totalSteps: 200)
      }
    ),
  ]

  @Test(arguments: countings.map(\.0), 1...8 as ClosedRange<UInt64>)
  func ofASteadyTrainingTheTimeLeftIsRight(counting: String, seed: UInt64) throws {
    let progress = try #require(Self.countings.first { $0.0 == counting }?.1)
    var generator = SeededGenerator(seed: seed)
    var pace = Pace()
    let step = Double.random(in: 0.1...30, using: &generator)
    let compilation = step * Double.random(in: 1...40, using: &generator)
    func time(_ done: Int) -> Double { compilation + step * Double(done) }
    var told = 0
    for done in 1...200 {
      let now = time(done) + Double.random(in: -0.2...0.2, using: &generator) * step
      pace.note(progress(done), at: now)
      guard let left = pace.timeLeft(at: now) else { continue }
      // Before the first epoch is over, nobody can tell steps of the whole from those of an epoch.
      guard counting != "steps of the whole" || done > 65 else { continue }
      told += 1
      let truth = time(200) - now
      // Of the last steps each is more than a tenth.
      #expect(
        abs(left.seconds - truth) <= max(0.1 * truth, 2.5 * step), "\(done): \(left.seconds), not \(truth)")
      #expect(left.source == .pace)
    }
    #expect(told > 100)
  }

  @Test func beforeItIsWarmNothingIsTold() {
    let steps = (0...5).map { TrainingProgress(step: $0, totalSteps: 100) }
    let (cold, now) = pace(steps, compilation: 60)
    #expect(cold.timeLeft(at: now) == nil)
    let more = (0...6).map { TrainingProgress(step: $0, totalSteps: 100) }
    let (warm, then) = pace(more, compilation: 60)
    #expect(rounded(warm.timeLeft(at: then)) == TimeLeft(seconds: 94, source: .pace))
  }

  @Test func ofALongTrainingHalfAMinuteIsEnough() {
    func left(_ count: Int) -> TimeLeft? {
      let (pace, now) = pace((0...count).map { TrainingProgress(step: $0, totalSteps: 1_000_000) })
      return pace.timeLeft(at: now)
    }
    #expect(left(30) == nil)
    #expect(left(31) != nil)
  }

  @Test func aTrainingThatGoesOnCountsOnlyWhatMovedSince() {
    var pace = Pace()
    pace.begin(at: TrainingProgress(step: 400, totalSteps: 1000))
    for step in 401...440 { pace.note(TrainingProgress(step: step, totalSteps: 1000), at: Double(step) * 2) }
    #expect(rounded(pace.timeLeft(at: 880)) == TimeLeft(seconds: 1120, source: .pace))
  }

  @Test func whatLiesBetweenIsTakenOff() {
    let (pace, now) = pace((0...50).map { TrainingProgress(step: $0, totalSteps: 100) }, every: 10)
    #expect(rounded(pace.timeLeft(at: now + 4))?.seconds == 496)
    // Not more than was to be expected: it is late, and will not catch up.
    #expect(rounded(pace.timeLeft(at: now + 50))?.seconds == 490)
  }

  @Test func epochsThatBeginAnewAreMeasuredAnew() {
    var (pace, now) = pace((1...20).map { epoch(Double($0), of: 20) }, every: 100)
    pace.note(epoch(1, of: 20), at: now + 1)
    #expect(pace.timeLeft(at: now + 1) == nil)
    for number in 2...10 {
      now += 7
      pace.note(epoch(Double(number), of: 20), at: now)
    }
    // The tenth has just begun.
    #expect(rounded(pace.timeLeft(at: now))?.seconds == 77)
  }

  @Test func anEpochThatIsToldAtItsEndIsDone() {
    var pace = Pace()
    for number in 1...10 {
      pace.note(epoch(Double(number), of: 20), closesEpoch: true, at: Double(number) * 7)
    }
    #expect(rounded(pace.timeLeft(at: 70))?.seconds == 70)
  }

  @Test func ofStepsThatBeginAnewWithoutAnyEpochNobodyKnowsTheEnd() {
    let steps = (1...60).map { TrainingProgress(step: ($0 - 1) % 20 + 1, totalSteps: 20, etaSeconds: 5) }
    let (pace, now) = pace(steps)
    #expect(pace.timeLeft(at: now) == nil)
  }

  @Test func whatTheLogPrintsOfTheWholeGoesFirst() {
    let (pace, now) = pace(
      (0...50).map { TrainingProgress(step: $0, totalSteps: 100, etaSeconds: 44) })
    #expect(pace.timeLeft(at: now) == TimeLeft(seconds: 44, source: .log))
  }

  @Test(arguments: [(20.0, TimeLeft.Source.pace, 70.0), (66, .log, 66)])
  func theTimeOfAnEpochIsNotThatOfTheWhole(printed: Double, source: TimeLeft.Source, seconds: Double) {
    var steps = (1...80).map { done in
      epoch(Double((done - 1) / 50 + 1), of: 3, step: (done - 1) % 50 + 1, steps: 50)
    }
    steps[79].etaSeconds = printed
    let (pace, now) = pace(steps)
    let left = pace.timeLeft(at: now)
    #expect(left?.source == source)
    #expect(abs((left?.seconds ?? 0) - seconds) < 0.01)
  }

  @Test(arguments: [(20.0, nil), (400, 400)] as [(Double, Double?)])
  func withoutATotalOfEpochsOnlyATimeFarBeyondTheEpochIsThatOfTheWhole(printed: Double, told: Double?) {
    var steps = (1...80).map { done in
      epoch(Double((done - 1) / 50 + 1), step: (done - 1) % 50 + 1, steps: 50)
    }
    steps[79].etaSeconds = printed
    let (pace, now) = pace(steps)
    #expect(pace.timeLeft(at: now) == told.map { TimeLeft(seconds: $0, source: .log) })
  }

  @Test func whenAllIsCountedNothingIsTold() {
    let (pace, now) = pace((0...50).map { TrainingProgress(step: $0, totalSteps: 50) })
    #expect(pace.timeLeft(at: now) == nil)
  }

  // MARK: Stalls

  @Test func beforeThreeMovementsNothingStalls() {
    let (two, _) = pace((1...2).map { TrainingProgress(step: $0) })
    #expect(two.stallsAt == nil)
    let (three, now) = pace((1...3).map { TrainingProgress(step: $0) })
    #expect(three.stallsAt == now + 60)
  }

  @Test(arguments: [
    (1.0, 1.0, 60.0),  // the least
    (20, 20, 200),  // ten times the typical
    (1, 100, 300),  // three times the longest
  ])
  func theLimitFollowsTheRhythm(seconds: Double, longest: Double, limit: Double) {
    let (pace, _) = pace(
      (1...20).map { TrainingProgress(step: $0) }, every: seconds, compilation: longest)
    #expect(pace.stallLimit == limit)
  }

  @Test func anIntervalIsForgottenAfterAWhile() {
    let (pace, _) = pace((1...34).map { TrainingProgress(step: $0) }, compilation: 100)
    #expect(pace.stallLimit == 60)
  }

  @Test func whatIsReadInOneGoIsOneMovement() {
    var pace = Pace()
    for step in 1...30 { pace.note(TrainingProgress(step: step), at: 1) }
    #expect(pace.movements == 1)
    #expect(pace.stallsAt == nil)
  }

  @Test func aRepeatedLineIsNoMovement() {
    var (pace, now) = pace((1...10).map { TrainingProgress(step: $0) })
    let hasMoved = pace.note(TrainingProgress(step: 10, etaSeconds: 3, stage: "train"), at: now + 50)
    #expect(!hasMoved)
    #expect(pace.stallsAt == now + 60)
    pace.noteSign(at: now + 50)
    #expect(pace.stallsAt == now + 110)
  }

  @Test func betweenEpochsThereIsTimeForAnEvaluation() {
    var pace = Pace()
    func train(_ number: Double, from now: Double) {
      for step in 1...10 { pace.note(epoch(number, step: step, steps: 10), at: now + Double(step)) }
    }
    train(1, from: 0)
    #expect(pace.stallLimit == 600)
    train(2, from: 100)
    // Now it is known how long it takes, and inside of an epoch nothing of it counts.
    #expect(pace.stallLimit == 273)
    pace.note(epoch(3, step: 1, steps: 10), at: 112)
    #expect(pace.stallLimit == 60)
  }

  @Test func whatNobodySawIsNotGuessed() {
    var pace = Pace()
    pace.begin(at: epoch(3, of: 10))
    pace.inherit(lastSign: 1000, trained: 30)
    #expect(pace.stallsAt == nil)
    pace.inherit(lastSign: 1000, trained: 120)
    #expect(pace.stallsAt == 2200)
    for number in 4...6 { pace.note(epoch(Double(number), of: 10), at: 1000 + Double(number)) }
    #expect(pace.stallsAt == 1066)
  }

  @Test func aStallSaysWhatIsKnown() {
    let (pace, _) = pace((1...10).map { epoch(2, of: 3, step: $0, steps: 50) }, every: 2, compilation: 9)
    let stall = Stall(pace, since: Timestamp(nanoseconds: 1_763_696_400_000_000_000))
    let warning = stall.warning(seconds: 725, logGrowth: 0)
    #expect(warning.code == .stalled)
    #expect(
      warning.message.hasPrefix(
        "Nothing has moved for 12 min 5 s, since 2025-11-21T03:40:00.000Z, though its processes live; before, it "
          + "moved every 2.0 s, the last times after 9.0 s at most. Its log does not grow either: "))
    #expect(warning.evidence == "the last that moved: epoch 2 of 3, step 10 of 50")
    #expect(stall.warning(seconds: 1, logGrowth: 7).message.contains("Its log still grows (7 bytes since)"))
    #expect(
      Stall(Pace(), since: stall.since).warning(seconds: 1, logGrowth: 0).message.contains(
        "how often it moved before, this server has not seen"))
  }

  // MARK: Limits that somebody has set, and announced pauses

  @Test func aSetLimitCountsFromTheFirstSignOnWhateverTheRhythm() {
    var pace = Pace(limits: PaceLimits(stallAfter: 5))
    #expect(pace.stallsAt == nil)
    let starts = [pace.noteStart(at: 100), pace.noteStart(at: 101)]
    #expect(starts == [true, false], "it starts once")
    #expect(pace.stallsAt == 105)
    for step in 1...4 { pace.note(TrainingProgress(step: step, totalSteps: 100), at: 100 + Double(step) * 4) }
    #expect(pace.stallsAt == 121)
    // At the end of a count something follows that nobody has seen.
    pace.note(TrainingProgress(step: 100, totalSteps: 100), at: 120)
    #expect(pace.stallsAt == 170)
    var usual = Pace()
    let isUsual = !usual.noteStart(at: 100)
    #expect(isUsual)
    #expect(usual.stallsAt == nil)
  }

  @Test func whoComesLaterKeepsToASetLimit() {
    var pace = Pace(limits: PaceLimits(stallAfter: 5))
    pace.begin(at: TrainingProgress(step: 7, totalSteps: 100))
    pace.inherit(lastSign: 50, trained: 2)
    #expect(pace.stallsAt == 55)
  }

  @Test func anAnnouncedPauseHasTimeUntilSomethingMoves() {
    var (pace, now) = pace((1...20).map { TrainingProgress(step: $0, totalSteps: 1000) })
    #expect(pace.stallLimit == 60)
    let news = [pace.notePause(true, at: now + 3), pace.notePause(true, at: now + 9)]
    #expect(news == [true, false], "said again it is no news")
    #expect(pace.stallsAt == now + 603)
    // A long one makes the next one's time, and no rhythm.
    now += 400
    pace.note(TrainingProgress(step: 21, totalSteps: 1000), at: now)
    _ = pace.notePause(false, at: now)
    #expect(pace.stallLimit == 60)
    _ = pace.notePause(true, at: now + 1)
    #expect(pace.stallLimit == 1200)
    // What saving takes says nothing of what follows at the end of an epoch.
    now += 2
    pace.note(TrainingProgress(step: 22, totalSteps: 1000), at: now)
    _ = pace.notePause(false, at: now)
    pace.note(TrainingProgress(step: 1000, totalSteps: 1000), at: now + 1)
    #expect(pace.stallLimit == 600)
    var set = Pace(limits: PaceLimits(stallAfter: 5))
    _ = set.noteStart(at: 0)
    _ = set.notePause(true, at: 1)
    #expect(set.stallsAt == 51)
  }
}
