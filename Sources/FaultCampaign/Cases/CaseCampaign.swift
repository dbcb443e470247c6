package import Platform

/// Plays cases of one kind, and counts what comes of them.
package struct CaseCampaign<Stage: CaseStage> {
  private let tools: CampaignTools
  private let cases: [Case<Stage>]

  package init(_ tools: CampaignTools, cases: [Case<Stage>] = Stage.cases) {
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
    return tally.report(titled: Stage.title)
  }
}
