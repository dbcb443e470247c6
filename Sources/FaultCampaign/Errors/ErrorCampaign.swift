package import Platform

/// Lets calls fail and programs die at chosen places, and looks at what comes of it.
package struct ErrorCampaign {
  private let tools: CampaignTools
  private let cases: [ErrorCase]

  package init(_ tools: CampaignTools, cases: [ErrorCase] = ErrorCase.all) {
    self.tools = tools
    self.cases = cases
  }

  /// Plays the cases.
  ///
  /// - Parameter workers: how many at once, each with a home of its own.
  package func run(workers: Int) throws(SystemError) -> PartReport {
    let tools = tools
    let tally = try WorkerPool.tally(cases, workers: workers, isTimeUp: { tools.isTimeUp }) {
      $0.run(tools)
    }
    return tally.report(titled: "Errors of the system")
  }
}
