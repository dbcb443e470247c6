import TestSupport
import Testing
import TrainingHealth
import TrainingModel

/// When the memory of a training climbs to its ceiling, and when it only looks so.
@Suite struct MemoryTrendTests {
  private static let interval = 30.0
  private static let mebibyte = 1_048_576.0

  /// A training's memory in MiB, `minutes` after its first step.
  private typealias Curve = (_ minutes: Double) -> Double

  /// The warnings that come of a curve that is looked at twice a minute.
  ///
  /// - Parameters:
  ///   - epochMinutes: how long an epoch takes; nil for a log that tells none.
  ///   - limit: MiB that there are.
  private func warnings(
    minutes: Double, epochMinutes: Double? = nil, limit: Double? = 65_536, timeLeft: Double? = nil,
    _ curve: Curve
  ) -> [RunWarning] {
    var trend = MemoryTrend(interval: Self.interval)
    var warnings: [RunWarning] = []
    for look in 0..<Int(minutes * 60 / Self.interval) {
      let time = Double(look) * Self.interval
      let used = curve(time / 60)
      let ceiling = limit.map {
        MemoryCeiling(
          limit: Int64($0 * Self.mebibyte), available: Int64(($0 - used) * Self.mebibyte), source: .machine)
      }
      let look = MemoryLook(
        time: 5000 + time, bytes: Int64(used * Self.mebibyte),
        epoch: epochMinutes.map { (time / 60 / $0).rounded(.down) + 1 }, ceiling: ceiling)
      if let warning = trend.note(look, timeLeft: timeLeft) { warnings.append(warning) }
    }
    return warnings
  }

  // MARK: Climbs

  @Test func aLeakIsToldOnceWithItsSlopeAndItsEnd() throws {
    let warnings = warnings(minutes: 300) { 4096 + 20 * $0 }
    #expect(warnings.count == 1)
    let warning = try #require(warnings.first)
    #expect(warning.code == .memoryClimbing)
    #expect(
      warning.evidence
        == "from 4.098 GiB to 4.684 GiB in 30 min 0 s; 1.172 GiB an hour; at that rate it reaches the 64 GiB of the "
        + "machine in about 50 h 37 min")
  }

  @Test(arguments: 0..<40)
  func aLeakIsFoundUnderNoiseAndSawteeth(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let slope = Double.random(in: 16...200, using: &generator)
    let base = Double.random(in: 300...8000, using: &generator)
    let noise = Double.random(in: 0...40, using: &generator)
    let tooth = Double.random(in: 0...500, using: &generator)
    let period = Double.random(in: 0.7...4, using: &generator)
    let epoch = Bool.random(using: &generator) ? Double.random(in: 2...40, using: &generator) : nil
    let found = warnings(minutes: 240, epochMinutes: epoch) { minutes in
      let ramp = (minutes / period).truncatingRemainder(dividingBy: 1) * tooth
      return base + slope * minutes + ramp + Double.random(in: 0...1, using: &generator) * noise
    }
    #expect(found.count == 1, "slope \(slope), tooth \(tooth) every \(period) min, epoch \(epoch ?? 0) min")
  }

  @Test func aLeakBehindACacheOfTheFirstEpochIsFound() {
    let found = warnings(minutes: 200, epochMinutes: 20) { 2000 + 300 * min($0, 20) + 15 * $0 }
    #expect(found.count == 1)
  }

  @Test func whereNobodyKnowsTheCeilingHalfAsMuchAgainIsTold() {
    #expect(warnings(minutes: 60, limit: nil) { 4096 + 20 * $0 } == [])
    let found = warnings(minutes: 300, limit: nil) { 4096 + 20 * $0 }
    #expect(found.count == 1)
    #expect(found.first?.evidence?.contains("at that rate") == false)
  }

  // MARK: What is no climb

  /// A form of memory that no expert would warn of.
  enum Harmless: CaseIterable {
    case flat, plateau, slowPlateau, sawtooth, sawtoothOfEpochs, jump, cacheOfLongFirstEpoch, tinyLeak, walk
  }

  @Test(arguments: Harmless.allCases, 0..<10)
  func whatIsNoClimbIsNotTold(_ form: Harmless, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let base = Double.random(in: 500...8000, using: &generator)
    let size = Double.random(in: 200...4000, using: &generator)
    let time = Double.random(in: 3...30, using: &generator)
    var epoch: Double?
    if form == .sawtoothOfEpochs { epoch = time * 4 }
    if form == .cacheOfLongFirstEpoch { epoch = min(time * 2, 29) }
    var walk = 0.0
    let found = warnings(minutes: 360, epochMinutes: epoch) { minutes in
      let noise = Double.random(in: 0...30, using: &generator)
      let share =
        switch form {
        case .flat: 0.0
        case .plateau: min(1, minutes / time)
        case .slowPlateau: 1 - 1 / (1 + minutes * minutes / (time * time / 4))
        case .sawtooth: (minutes / (time / 6)).truncatingRemainder(dividingBy: 1)
        case .sawtoothOfEpochs: (minutes / (time * 4)).truncatingRemainder(dividingBy: 1)
        case .jump: minutes < time * 4 ? 0 : minutes < time * 6 ? 0.5 : 1
        case .cacheOfLongFirstEpoch: min(1, minutes / min(time * 2, 29))
        case .tinyLeak: minutes / 360 * 0.01
        case .walk: walk
        }
      walk = min(1, max(0, walk + Double.random(in: -0.02...0.02, using: &generator)))
      return base + size * share + noise
    }
    #expect(found == [], "\(form) of \(size) MiB over \(time) min")
  }

  @Test func aCeilingThatTheTrainingWillNotReachIsNotTold() {
    #expect(warnings(minutes: 300, timeLeft: 3600) { 4096 + 20 * $0 } == [])
    #expect(warnings(minutes: 300, timeLeft: 40 * 3600) { 4096 + 20 * $0 }.count == 1)
  }

  @Test func theFirstMinutesSayNothing() {
    #expect(warnings(minutes: 30) { 4096 + 500 * $0 } == [])
  }

  @Test func aControlGroupIsNamed() {
    var trend = MemoryTrend(interval: 1)
    var evidence: String?
    for look in 0..<200 {
      let used = Int64(look + 100) << 24
      let ceiling = MemoryCeiling(limit: 8 << 30, available: 8 << 30 - used, source: .controlGroup)
      let warning = trend.note(MemoryLook(time: Double(look), bytes: used, ceiling: ceiling))
      evidence = warning?.evidence ?? evidence
    }
    #expect(evidence?.contains("it reaches the limit of 8 GiB that its control group sets in about ") == true)
  }
}
