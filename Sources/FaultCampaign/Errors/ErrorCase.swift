/// One way in which calls fail or programs die, and what is to come of it.
package struct ErrorCase: Sendable, CustomStringConvertible {
  package let name: String
  /// Whether its fault comes from rules; else the system itself brings it about.
  private let usesRules: Bool
  private let play: @Sendable (inout CaseStage) throws -> Void

  init(
    _ name: String, usesRules: Bool = true, _ play: @escaping @Sendable (inout CaseStage) throws -> Void
  ) {
    self.name = name
    self.usesRules = usesRules
    self.play = play
  }

  package var description: String { name }

  /// All that there are.
  package static let all = exitRecord + crashes + starts + supervisors + descriptors + reading + database

  /// Plays it on a home of its own, which is kept when something is wrong.
  package func run(_ tools: CampaignTools) -> Tally<ErrorFigure> {
    var tally = Tally<ErrorFigure>()
    tally.add(.cases)
    do {
      let home = try CampaignHome(prefix: "fault-campaign-")
      var stage = CaseStage(name: name, home: home, tools: tools)
      do {
        try play(&stage)
      } catch {
        stage.violate(.badServers, "\(error)")
      }
      if usesRules { stage.expectHit() }
      stage.expectNobodyLeft()
      tally.merge(stage.tally)
      home.finish(isClean: tally.violations.isEmpty, tools)
    } catch {
      tally.violate(.badServers, in: name, "\(error)")
    }
    return tally
  }
}
