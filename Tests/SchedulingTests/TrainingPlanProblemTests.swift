import Scheduling
import Testing

/// What of a training cannot be meant as it was said.
@Suite struct TrainingPlanProblemTests {
  @Test func whatIsInOrder() {
    #expect(TrainingPlan().problems == [])
    #expect(TrainingPlan(forceRetrain: true).problems == [])
    #expect(TrainingPlan(forceRetrain: true, data: ["a/**", "/b/*.csv"]).problems == [])
    #expect(TrainingPlan(mode: .incremental, firstIncremental: .refuse).problems == [])
    #expect(
      TrainingPlan(mode: .incremental, data: ["a"], onNoNewData: .fail, firstIncremental: .full).problems
        == [])
  }

  @Test(
    arguments: [
      (TrainingPlan(data: ["a"], onNoNewData: .skip), "on_no_new_data"),
      (TrainingPlan(mode: .incremental, onNoNewData: .skip), "on_no_new_data"),
      (TrainingPlan(firstIncremental: .full), "first_incremental"),
      (TrainingPlan(mode: .incremental, forceRetrain: true), "force_retrain"),
    ])
  func whatContradictsItself(plan: TrainingPlan, argument: String) {
    #expect(plan.problems.map(\.argument) == [argument])
    #expect(plan.problems.allSatisfy { $0.kind == .contradiction })
  }

  @Test func allAreToldAtOnce() {
    let plan = TrainingPlan(
      forceRetrain: false, data: ["ok", "a**", "", "{"], onNoNewData: .fail, firstIncremental: .refuse)
    #expect(
      plan.problems.map { "\($0.argument) \($0.kind.rawValue)" } == [
        "data[1] malformed", "data[2] malformed", "data[3] malformed", "on_no_new_data contradiction",
        "first_incremental contradiction",
      ])
  }

  @Test func thereAreNotTooMany() {
    let most = [String](repeating: "a", count: TrainingPlan.mostGlobs)
    #expect(TrainingPlan(data: most).problems == [])
    #expect(TrainingPlan(data: most + ["a"]).problems.map(\.kind) == [.outOfRange])
  }
}
