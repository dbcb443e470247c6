import FaultCampaign
import Testing

@Suite struct FaultPlanTests {
  @Test func rulesAsTheLibraryReadsThem() {
    #expect(
      FaultRule(.failure(.noSpace), [.write, .fsync], role: .supervise, path: "/h/*/exit.json.new", count: 2)
        .line
        == "role=supervise call=write,fsync path=/h/*/exit.json.new count=2 action=fail error=28")
    #expect(
      FaultRule(.killAfter, [.change], role: .any, skip: 3, count: 1).line
        == "role=any call=change skip=3 count=1 action=kill-after")
    #expect(
      FaultRule(.delay(milliseconds: 250), [.flock], role: .serve).line
        == "role=serve call=flock action=delay ms=250")
  }

  @Test func anEmptyPlanLeavesTheProgramAlone() {
    #expect(FaultPlan().variables(library: "/l.so", hits: "/x").isEmpty)
  }

  @Test func variables() {
    let plan = FaultPlan(
      [FaultRule(.killBefore, [.fork], role: .any), FaultRule(.shortWrite, [.write], role: .any)],
      trace: FaultPlan.Trace(file: "/t", root: "/h"), clock: "/c")
    #expect(
      plan.variables(library: "/l.so", hits: "/x") == [
        "LD_PRELOAD": "/l.so", "FAULT_TRACE": "/t", "FAULT_TRACE_ROOT": "/h", "FAULT_CLOCK": "/c",
        "FAULT_HITS": "/x",
        "FAULT_RULES": "role=any call=fork action=kill-before\nrole=any call=write action=short",
      ])
  }
}
