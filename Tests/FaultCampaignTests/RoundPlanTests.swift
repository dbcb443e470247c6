import FaultCampaign
import Testing

@Suite struct RoundPlanTests {
  private let plans = (0..<300).map { RoundPlan(seed: $0) }

  @Test func oneSeedGivesOnePlan() {
    for seed in [0, 1, UInt64.max] { #expect(RoundPlan(seed: seed) == RoundPlan(seed: seed)) }
    #expect(Set(plans).count == plans.count)
  }

  @Test func everyoneIsShotAndEverythingIsTried() {
    var victims: Set<String> = []
    var kinds: Set<String> = []
    for plan in plans {
      victims.insert("\(plan.victim)".prefix { $0 != "(" }.description)
      for run in plan.runs { kinds.insert("\(run.kind)".prefix { $0 != "(" }.description) }
    }
    #expect(victims == ["server", "serverGently", "supervisor", "training", "serverAndSupervisor"])
    #expect(
      kinds == [
        "exits", "stubborn", "leavesChild", "floods", "signalsItself", "overruns", "failsToStart",
      ])
  }

  @Test func numbersNameWhatThereIs() {
    for plan in plans {
      for run in plan.runs { #expect((0..<plan.serverCount).contains(run.server)) }
      switch plan.victim {
      case .server(let number), .serverGently(let number, _): #expect((0..<plan.serverCount).contains(number))
      case .supervisor(let number), .training(let number), .serverAndSupervisor(let number):
        #expect(plan.runs.indices.contains(number))
      }
    }
  }
}
