/// One thing that goes on while the wall clock jumps.
package struct ClockCase: Sendable, CustomStringConvertible {
  package let name: String
  private let play: @Sendable (inout ClockStage) throws -> Void

  init(_ name: String, _ play: @escaping @Sendable (inout ClockStage) throws -> Void) {
    self.name = name
    self.play = play
  }

  package var description: String { name }

  /// All that there are.
  package static let all = [running, waiting, limited, living] + launching

  /// Plays it on a home of its own, which is kept when something is wrong.
  package func run(_ tools: CampaignTools) -> Tally<ClockFigure> {
    var tally = Tally<ClockFigure>()
    tally.add(.cases)
    let meter = StallMeter()
    defer { meter.stop() }
    do {
      try meter.start()
      let home = try CampaignHome(prefix: "fault-campaign-")
      var stage = try ClockStage(name: name, home: home, tools: tools, meter: meter)
      do {
        try play(&stage)
      } catch {
        stage.violate(.badServers, "\(error)")
      }
      stage.expectNobodyLeft()
      tally.merge(stage.tally)
      home.finish(isClean: tally.violations.isEmpty, tools)
    } catch {
      tally.violate(.badServers, in: name, "\(error)")
    }
    return tally
  }
}
