internal import TestSupport

/// Cuts the power behind every single change that a server and its supervisors make, and looks at what may be left.
package struct PowerCutCampaign {
  private let tools: CampaignTools
  /// Random states for each moment.
  private let subsets: Int
  /// States that a real server is shown, of each kind of disk.
  private let shown: Int
  /// One in so many moments is looked at.
  private let step: Int

  package init(_ tools: CampaignTools, subsets: Int = 8, shown: Int = 40, step: Int = 1) {
    self.tools = tools
    self.subsets = subsets
    self.shown = shown
    self.step = step
  }

  /// One report for each kind of disk.
  package func run() throws -> [PartReport] {
    let traced = try CampaignHome(prefix: "fault-campaign-")
    let conversation = try TracedConversation(on: traced, tools)
    let reports = try SimulatedDisk.Promise.allCases.map { promise in
      let home = try CampaignHome(prefix: "fault-campaign-")
      defer { home.remove() }
      return try run(conversation, SimulatedDisk(root: conversation.root, promise: promise), on: home)
        .report(titled: "Power cuts, \(promise.rawValue)")
    }
    // The trace of states in which something was wrong is kept with its home.
    traced.finish(isClean: !reports.contains { !$0.isGood }, tools)
    return reports
  }

  private func run(
    _ conversation: TracedConversation, _ disk: SimulatedDisk, on home: CampaignHome
  ) throws -> Tally<PowerCutFigure> {
    var disk = disk
    var tally = Tally<PowerCutFigure>()
    var databases: Set<Int> = []
    let survivals = subsets + 2
    let stride = max(1, (conversation.trace.count / step + 1) * survivals / max(1, shown))
    for moment in 0...conversation.trace.count {
      if tools.isTimeUp { break }
      if moment > 0 { disk.apply(conversation.trace[moment - 1].operation) }
      guard moment % step == 0 else { continue }
      tally.add(.cuts)
      for number in 0..<survivals {
        let survival = survival(number, at: moment)
        let state = disk.state(after: survival)
        try state.materialize(at: home.home)
        let check = PowerCutCheck(
          tools: tools, home: home, moment: moment,
          place:
            "seed \(tools.seed), behind record \(moment) of \(conversation.trace.count), \(survival) survives"
        )
        for run in conversation.runs { check.check(run, in: state, &tally) }
        if databases.insert(state.databaseHash).inserted { check.checkDatabases(&tally) }
        if tally[.states] % stride == stride - 1 { try check.show(conversation.runs, in: state, &tally) }
        tally.add(.states)
      }
    }
    return tally
  }

  private func survival(_ number: Int, at moment: Int) -> SimulatedDisk.Survival {
    switch number {
    case 0: return .nothing
    case 1: return .everything
    default:
      var generator = SeededGenerator(seed: tools.seed &+ UInt64(moment * 1_000 + number))
      return .some(seed: generator.next())
    }
  }
}

extension DiskState {
  /// Tells whether what belongs to databases and is kept on the medium has changed.
  fileprivate var databaseHash: Int {
    var hasher = Hasher()
    for file in files where file.path.contains(".db") && !file.path.hasSuffix("-shm") {
      hasher.combine(file.path)
      file.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }
}
