#if os(Linux)
  import FaultCampaign
  import TestSupport
  import Testing

  /// A short campaign with a fixed seed; `make campaign` is the long one.
  @Suite(.timeLimit(.minutes(10))) struct CampaignTests {
    init() { BrokenPipe.ignoreSignal() }

    /// Records what is wrong.
    private func expectGood(_ reports: [PartReport]) {
      for violation in reports.flatMap(\.violations) { Issue.record("\(violation)") }
    }

    private func count(_ label: String, _ report: PartReport) -> Int {
      report.lines.first { $0.label == label }.flatMap { Int($0.value) } ?? 0
    }

    @Test func kills() async throws {
      let tools = try Stage.tools(seed: 7)
      let report = try await onOwnThread { try KillCampaign(tools, kills: 12).run(workers: 3) }
      expectGood([report])
      #expect(count("verdicts compared with the truth", report) >= 24)
      #expect(count("records read again by other servers", report) >= 48)
    }

    @Test func powerCuts() async throws {
      let tools = try Stage.tools()
      let reports = try await onOwnThread { try PowerCutCampaign(tools, subsets: 2, shown: 6, step: 5).run() }
      #expect(reports.count == 2)
      for report in reports { #expect(count("states of the disk checked", report) > 200) }
      expectGood(reports)
    }

    @Test func errors() async throws {
      let tools = try Stage.tools()
      let report = try await onOwnThread { try CaseCampaign<ErrorStage>(tools).run(workers: 12) }
      #expect(count("faults that were brought about", report) > 200)
      expectGood([report])
    }

    @Test func clock() async throws {
      let tools = try Stage.tools()
      let report = try await onOwnThread { try CaseCampaign<ClockStage>(tools).run(workers: 8) }
      #expect(count("jumps of the wall clock", report) >= 20)
      #expect(count("runs that schedules started", report) >= 16)
      expectGood([report])
    }
  }
#endif
