package import Platform
internal import Synchronization
internal import TranscriptReplay

/// Kills servers, supervisors and trainings at random moments, round after round, and has every run's record compared
/// with what the campaign knows.
package final class KillCampaign: Sendable {
  private struct State {
    var nextRound: UInt64 = 0
    var hits = 0
    var tally = Tally<KillFigure>()
    var deviations = DeviationSpread()
  }

  /// Rounds that share a home, so that records of earlier ones can be read again.
  private static let roundsPerHome = 40

  private let tools: CampaignTools
  private let kills: Int
  private let meter = StallMeter()
  private let state = Mutex(State())

  /// - Parameter kills: how many victims are to be hit; fewer when the time is up first.
  package init(_ tools: CampaignTools, kills: Int) {
    self.tools = tools
    self.kills = kills
  }

  /// Plays the rounds.
  ///
  /// - Parameter workers: how many at once, each with a home of its own.
  package func run(workers: Int) throws(SystemError) -> PartReport {
    try meter.start()
    defer { meter.stop() }
    try WorkerPool.run(workers) { [self] in work() }
    return state.withLock { $0.tally.report(titled: "Kills", $0.deviations.lines) }
  }

  /// Plays rounds until there are enough.
  private func work() {
    while true {
      do throws(SystemError) {
        guard try workOnOneHome() else { return }
      } catch {
        state.withLock { $0.tally.violate(.badServers, in: "a new home", "\(error)") }
        return
      }
    }
  }

  /// - Returns: whether there is more to do.
  private func workOnOneHome() throws(SystemError) -> Bool {
    let home = try CampaignHome(prefix: "fault-campaign-")
    var book = RecordBook()
    var isClean = true
    for _ in 0..<Self.roundsPerHome {
      guard let seed = takeRound() else { break }
      var round = Round(RoundPlan(seed: seed), on: home, tools)
      let deviations = play(&round, &book)
      isClean = round.tally.violations.isEmpty
      add(round.tally, deviations)
      if !isClean { break }
    }
    if isClean { isClean = check(home, &book) }
    home.finish(isClean: isClean, tools)
    return !isOver
  }

  private func play(_ round: inout Round, _ book: inout RecordBook) -> DeviationSpread {
    round.tally.add(.rounds)
    do throws(ServerError) {
      try round.act()
      return try round.judge(&book, meter)
    } catch {
      round.tally.violate(.badServers, in: round.place, "\(error)")
      return DeviationSpread()
    }
  }

  /// At the end of a home every record is read once more, and its databases are looked into.
  private func check(_ home: CampaignHome, _ book: inout RecordBook) -> Bool {
    var round = Round(RoundPlan(seed: tools.seed), on: home, tools)
    do throws(ServerError) {
      let reader = try Conversation(on: home, tools)
      try round.read(book.ids, by: reader, &book)
      try reader.close()
    } catch {
      round.tally.violate(.badServers, in: "home \(home.path)", "\(error)")
    }
    for path in home.databases() {
      round.tally.add(.databases)
      if let problem = tools.databaseCheck(path) {
        round.tally.violate(.badDatabases, in: path, problem)
      }
    }
    add(round.tally, DeviationSpread())
    return round.tally.violations.isEmpty
  }

  // MARK: What the workers share

  private var isOver: Bool { state.withLock { $0.hits >= kills } || tools.isTimeUp }

  private func takeRound() -> UInt64? {
    guard !isOver else { return nil }
    return state.withLock { state in
      defer { state.nextRound += 1 }
      return tools.seed &+ state.nextRound
    }
  }

  private func add(_ tally: Tally<KillFigure>, _ deviations: DeviationSpread) {
    state.withLock { state in
      state.tally.merge(tally)
      state.hits += KillFigure.hits.reduce(0) { $0 + tally[$1] }
      state.deviations.merge(deviations)
    }
  }
}
