import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Random expressions against a search that looks at every minute of some days, around changes of the clock.
@Suite struct CronReferenceTests {
  /// Days with a change of the clock, in one zone or another, and days with none.
  private static let middles = [
    "2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-10-03T15:30Z",
    "2026-04-04T15:00Z", "2011-12-30T10:00Z", "2028-02-29T12:00Z", "2100-03-01T00:00Z", "1969-12-31T23:00Z",
  ]

  @Test(arguments: middles)
  func everyMinuteIsAsItShouldBe(middle: String) throws {
    let center = try instant(middle).seconds
    let window = center - 5 * 86_400...center + 5 * 86_400
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(center)))
    for zone in try Zones.all() {
      let clock = WallClock(zone: zone, window: window)
      var compared = 0
      while compared < 20 {
        let job = RandomCron(using: &random)
        // The few that no date matches are refused, which other tests show.
        guard let expression = try? CronExpression(job.text) else { continue }
        compared += 1
        let wanted = clock.occurrences(of: job)
        let recurrence = CronRecurrence(expression, in: zone)
        let start = Timestamp(seconds: clock.sure.lowerBound)
        let end = Timestamp(seconds: clock.sure.upperBound)

        var found: [Int] = []
        var time = start
        while let next = recurrence.next(after: time), next <= end {
          guard next > time else { break }
          found.append(next.seconds)
          time = next
        }
        #expect(found == wanted, "\(job.text) \(zone.name)")
        #expect(recurrence.count(after: start, through: end) == wanted.count, "\(job.text) \(zone.name)")

        var back: [Int] = []
        time = Timestamp(nanoseconds: end.nanoseconds + 1)
        while let previous = recurrence.previous(before: time), previous > start {
          guard previous < time else { break }
          back.append(previous.seconds)
          time = previous
        }
        #expect(back.reversed() == wanted, "\(job.text) \(zone.name)")

        // From anywhere, as a scheduler asks, not from one occurrence to the next alone.
        for _ in 0..<20 {
          let after = Int.random(in: clock.sure, using: &random)
          let next = recurrence.next(after: Timestamp(seconds: after))?.seconds
          let wantedNext = wanted.first { $0 > after }
          #expect(wantedNext == nil ? next.map { $0 > clock.sure.upperBound } ?? true : next == wantedNext)
          let rest = recurrence.count(after: Timestamp(seconds: after), through: end)
          #expect(rest == wanted.count { $0 > after }, "\(job.text) \(zone.name) after \(after)")
        }
      }
    }
  }

  /// What a wall clock shows at each minute of a window.
  private struct WallClock {
    private let shown: [(instant: Int, wall: Int, face: RandomCron.Face)]
    /// The part of the window in which nothing depends on what is outside of it.
    let sure: ClosedRange<Int>

    init(zone: TimeZoneRules, window: ClosedRange<Int>) {
      shown = stride(from: window.lowerBound, through: window.upperBound, by: 60).map { instant in
        let wall = instant + zone.offset(at: Timestamp(seconds: instant))
        return (instant, wall, RandomCron.Face(wall))
      }
      sure = window.lowerBound + 2 * 86_400...window.upperBound - 2 * 86_400
    }

    func occurrences(of job: RandomCron) -> [Int] {
      var found: Set<Int> = []
      var passed = Int.min
      for minute in shown {
        if !job.isFixed {
          if job.matches(minute.face) { found.insert(minute.instant) }
        } else if minute.wall > passed {
          // Everything since the latest time that was shown before: one minute, or a gap.
          let skipped = passed == .min ? [] : Array(stride(from: passed + 60, to: minute.wall, by: 60))
          if job.matches(minute.face) || skipped.contains(where: { job.matches(RandomCron.Face($0)) }) {
            found.insert(minute.instant)
          }
          passed = minute.wall
        }
      }
      return found.filter { $0 > sure.lowerBound && $0 <= sure.upperBound }.sorted()
    }
  }
}
