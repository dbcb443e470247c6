internal import TestSupport

/// All parts of the campaign, one after the other.
package struct Campaign {
  private let tools: CampaignTools
  private let options: CampaignOptions

  package init(_ tools: CampaignTools, _ options: CampaignOptions) {
    self.tools = tools
    self.options = options
  }

  /// Runs the parts that are wanted.
  ///
  /// - Parameter finished: takes the report of each part as soon as it is there.
  /// - Returns: whether all is as it should be.
  package func run(_ finished: (PartReport) throws -> Void) throws -> Bool {
    // What is written to a server that was shot is an error of the write, not our end.
    BrokenPipe.ignoreSignal()
    var isGood = true
    for part in options.parts {
      for report in try reports(of: part) {
        isGood = isGood && report.isGood
        try finished(report)
      }
    }
    return isGood
  }

  private func reports(of part: CampaignOptions.Part) throws -> [PartReport] {
    switch part {
    case .kills: [try KillCampaign(tools, kills: options.kills).run(workers: options.jobs)]
    case .powercut: try PowerCutCampaign(tools).run()
    case .errors: [try play(ErrorStage.cases)]
    case .clock: [try play(ClockStage.cases)]
    }
  }

  private func play<Stage>(_ cases: [Case<Stage>]) throws -> PartReport {
    try CaseCampaign(tools, cases: cases.filter { isWanted($0.name) }).run(workers: options.jobs)
  }

  private func isWanted(_ name: String) -> Bool {
    options.caseName.isEmpty || name.contains(options.caseName)
  }
}
