import Scheduling
import TestSupport
import Testing
import TrainingModel

@Suite struct LocalTimesTests {
  @Test(arguments: [
    ("2026-03-08T01:59:59", ["2026-03-08T01:59:59-05:00"]),
    ("2026-03-08T03:00", ["2026-03-08T03:00:00-04:00"]),
    ("2026-11-01T00:59:59", ["2026-11-01T00:59:59-04:00"]),
    ("2026-11-01T01:00", ["2026-11-01T01:00:00-04:00", "2026-11-01T01:00:00-05:00"]),
    ("2026-11-01T01:59:59", ["2026-11-01T01:59:59-04:00", "2026-11-01T01:59:59-05:00"]),
    ("2026-11-01T02:00", ["2026-11-01T02:00:00-05:00"]),
  ])
  func timesThatTheClocksShow(text: String, instants: [String]) throws {
    let zone = try Zones.newYork()
    let found: [Timestamp]
    switch try #require(try WrittenTime(text).localTimes(in: zone)) {
    case .one(let time): found = [time]
    case .two(let earlier, let later): found = [earlier, later]
    case .none: found = []
    }
    #expect(found.map { $0.rfc3339(in: zone) } == instants)
  }

  @Test(arguments: ["2026-03-08T02:00", "2026-03-08T02:30", "2026-03-08T02:59:59"])
  func timesThatTheClocksSkip(text: String) throws {
    let zone = try Zones.newYork()
    let resumes = try instant("2026-03-08T07:00Z")
    #expect(try WrittenTime(text).localTimes(in: zone) == TimeZoneRules.LocalTimes.none(resumes: resumes))
    #expect(try WrittenTime(text).localTimes(in: zone)?.first == resumes)
  }

  @Test func aTimeWithAnOffsetNeedsNoZone() throws {
    let time = try WrittenTime("2026-03-08T02:30:00+01:00").localTimes(in: try Zones.newYork())
    #expect(time == .one(try instant("2026-03-08T01:30:00Z")))
  }

  /// Every instant is among the instants of what its clock shows, and nothing else is.
  @Test func localTimesAndInstantsBelongTogether() throws {
    var random = SeededGenerator(seed: 4)
    for zone in try Zones.all() {
      for middle in ["2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-10-03T15:30Z", "2011-12-30T10:00Z"] {
        for _ in 0..<300 {
          let second = try instant(middle).seconds + Int.random(in: -100_000...100_000, using: &random)
          let wall = second + zone.period(at: second).offset
          let all = Set(
            (-30...30).map { second + $0 * 1_800 }.filter { $0 + zone.period(at: $0).offset == wall })
          switch try #require(zone.localTimes(wall)) {
          case .one(let time): #expect(all == [time.seconds])
          case .two(let earlier, let later):
            #expect(all == [earlier.seconds, later.seconds])
            #expect(earlier < later)
          case .none: Issue.record("\(wall) is shown in \(zone.name)")
          }
        }
      }
    }
  }
}
