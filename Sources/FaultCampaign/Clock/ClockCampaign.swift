package import Platform

/// Lets the wall clock jump two hours forwards and a day back, and looks whether anybody notices.
package struct ClockCampaign {
  private let tools: CampaignTools
  private let cases: [ClockCase]

  package init(_ tools: CampaignTools, cases: [ClockCase] = ClockCase.all) {
    self.tools = tools
    self.cases = cases
  }

  /// Plays the cases.
  ///
  /// - Parameter workers: how many at once, each with a home and a clock of its own.
  package func run(workers: Int) throws(SystemError) -> PartReport {
    let tools = tools
    let tally = try WorkerPool.tally(cases, workers: workers, isTimeUp: { tools.isTimeUp }) {
      $0.run(tools)
    }
    return tally.report(titled: "Jumps of the clock")
  }
}
