import JSON
import Platform
import RunHistory
import RunStore
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// That companions really take part: else the tests would pass with them for the wrong reason.
@Suite(.timeLimit(.minutes(10)), .blocking) struct CompanyTests {
  @Test func companionsConcludeARunWhoseServerIsKilled() throws {
    let yard = try Yard(companions: 2)
    let go = yard.root + "/go"
    let code =
      "import os, time\nwhile not os.path.exists('\(go)'): time.sleep(0.01)\nprint('Epoch 1/1 - loss: 0.5')"
    let id = try yard.startRun(["python3", "-c", .string(code)], ["wait": 0, "detach": true])
    try yard.kill()
    try FileSystem.replace(go, with: [], durable: false)
    let ends = try yard.company.ends(of: id)
    #expect(ends.count == 2)
    for end in ends {
      #expect(end["process_status"] == "completed")
      #expect(end["metrics"]?["loss"] == 0.5)
      #expect(end["ended_at"] == ends[0]["ended_at"])
    }
    yard.company.close()
    let history = try HistoryDatabase(path: HomeDirectory(path: yard.home).historyPath)
    let runID = try #require(RunID(id))
    #expect(try history.run(runID)?.conclusion != nil)
    #expect(try history.events(of: runID, limit: 100).count { $0.event.kind == .ended } == 1)
  }

  @Test func companionsDieByChanceAndTheSameEachTime() throws {
    func losses(place: String) throws -> [Int] {
      let yard = try Yard(companions: 0)
      let company = try Company(of: 1, place: place, seed: 0, yard.companionLaunch)
      defer { company.close() }
      return try (1...15).map { _ in
        try company.perhapsLoseOne()
        return company.losses
      }
    }
    let first = try losses(place: "here")
    #expect((first.last ?? 0) > 0 && (first.last ?? 0) < 15)
    #expect(try losses(place: "here") == first)
    #expect(try losses(place: "there") != first)
  }

  @Test func aDaemonJoinsTwoServersWhenSomethingIsStarted() throws {
    let yard = try Yard(companions: 2)
    let home = HomeDirectory(path: yard.home)
    #expect(FileSystem.kind(of: home.leasePath) == nil, "who is only looked at leaves no trace")
    #expect(try yard.end(of: try yard.startRun(["true"]))["exit_code"] == 0)
    try blockUntil("the daemon holds the lease") { FileSystem.kind(of: home.leasePath) == .file }
    let complaints = try yard.complaints()
    #expect(complaints == "")
    yard.close()
    yard.expectNobodyLeft()
  }

  @Test func oneThatTakesTheirPlaceKnowsTheRuns() throws {
    let yard = try Yard(companions: 1)
    var ids: [String] = []
    while yard.company.losses == 0 { ids.append(try yard.startRun(["true"])) }
    for id in ids { #expect(try yard.end(of: id)["exit_code"] == 0) }
  }
}
