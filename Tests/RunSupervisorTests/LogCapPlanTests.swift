import TestSupport
import Testing

@testable import RunSupervisor

/// What is dropped of a log that is too long, and when it is looked at.
@Suite struct LogCapPlanTests {
  private static let none: Range<Int64> = 0..<0

  @Test(
    arguments: [
      (1 << 20, 1 << 18, 3 << 18), (2 << 30, 64 << 20, 3 << 29), (256 << 20, 64 << 20, 192 << 20),
      (100, 25, 75), (1, 0, 1),
    ] as [(Int64, Int64, Int64)])
  func headAndGoal(cap: Int64, head: Int64, goal: Int64) {
    let plan = LogCapPlan(maximumBytes: cap)
    #expect(plan.headBytes == head)
    #expect(plan.goalBytes == goal)
  }

  @Test func nothingIsDroppedUpToTheCap() {
    let plan = LogCapPlan(maximumBytes: 1000)
    #expect(plan.gap(size: 0, soFar: Self.none) == nil)
    #expect(plan.gap(size: 1000, soFar: Self.none) == nil)
    #expect(plan.gap(size: 1001, soFar: Self.none) == 250..<501)
    #expect(plan.gap(size: 1251, soFar: 250..<501) == nil, "what is missing does not count")
    #expect(plan.gap(size: 1252, soFar: 250..<501) == 250..<752)
  }

  @Test func aLogThatSomebodyCutShortIsLeftAlone() {
    let plan = LogCapPlan(maximumBytes: 1000)
    #expect(plan.gap(size: 10, soFar: 250..<5000) == nil)
    #expect(plan.interval(kept: -4740, growth: -5000, elapsed: 1) > 0)
  }

  /// Whatever a log does, its head and its tail stay, and no more is kept than may be.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func theGapGrowsAtItsEndAlone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cap = Int64.random(in: 1...(1 << Int64.random(in: 1...40, using: &generator)), using: &generator)
    let plan = LogCapPlan(maximumBytes: cap)
    var gap = Self.none
    var size: Int64 = 0
    for _ in 0..<50 {
      size += Int64.random(in: 0...(3 * cap), using: &generator)
      guard let new = plan.gap(size: size, soFar: gap) else {
        #expect(plan.kept(size: size, gap: gap) <= cap)
        continue
      }
      #expect(plan.kept(size: size, gap: gap) > cap)
      #expect(new.lowerBound == (gap.isEmpty ? plan.headBytes : gap.lowerBound))
      #expect(new.upperBound > gap.upperBound)
      #expect(new.upperBound <= size)
      #expect(plan.kept(size: size, gap: new) == plan.goalBytes)
      #expect(plan.gap(size: size, soFar: new) == nil)
      gap = new
    }
  }

  // MARK: When

  @Test func theFasterItGrowsTheSoonerItIsLookedAt() {
    let plan = LogCapPlan(maximumBytes: 2 << 30)
    func interval(_ growth: Int64) -> Double { plan.interval(kept: 1 << 30, growth: growth, elapsed: 1) }
    // 1 GiB of room and 1 GiB of patience, at 256 MiB a second.
    #expect(interval(0) == 8)
    #expect(interval(1000) == 8)
    #expect(interval(100 << 20) == 5.12)
    #expect(interval(1 << 30) == 0.5)
    #expect(interval(1 << 40) == LogCapPlan.shortestInterval)
  }

  @Test func theIntervalHasBounds() {
    #expect(LogCapPlan(maximumBytes: 1 << 50).interval(kept: 0, growth: 0, elapsed: 1) == 30)
    #expect(LogCapPlan(maximumBytes: 1 << 20).interval(kept: 2 << 20, growth: 1, elapsed: 1) == 0.2)
    #expect(LogCapPlan(maximumBytes: 1 << 20).interval(kept: 2 << 20, growth: 0, elapsed: 1) == 4)
    #expect(LogCapPlan(maximumBytes: 1 << 20).interval(kept: 0, growth: 5, elapsed: 0) > 4)
  }
}
