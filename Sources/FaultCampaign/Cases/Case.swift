/// One thing that is done to programs under test, and what is to come of it.
package struct Case<Stage: CaseStage>: Sendable, CustomStringConvertible {
  package let name: String
  private let play: @Sendable (inout Stage) throws -> Void

  init(_ name: String, _ play: @escaping @Sendable (inout Stage) throws -> Void) {
    self.name = name
    self.play = play
  }

  package var description: String { name }

  /// Plays it on a home of its own, which is kept when something is wrong.
  package func run(_ tools: CampaignTools) -> Tally<Stage.Counted> {
    var tally = Tally<Stage.Counted>()
    tally.add(.cases)
    do {
      let home = try CampaignHome(prefix: "fault-campaign-")
      var stage = try Stage(name: name, home: home, tools: tools)
      do {
        try play(&stage)
      } catch {
        stage.violate(.badServers, "\(error)")
      }
      stage.finish()
      tally.merge(stage.tally)
      home.finish(isClean: tally.violations.isEmpty, tools)
    } catch {
      tally.violate(.badServers, in: name, "\(error)")
    }
    return tally
  }
}
