import Platform
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// When listeners are told.
@Suite struct NewsTableTests {
  private func instant(_ seconds: Double) -> MonotonicInstant {
    MonotonicInstant(nanoseconds: 1_000_000_000).advanced(bySeconds: seconds)
  }

  @Test func theFirstIsToldAtOnceAndTheNextHalfASecondLater() throws {
    let run = try #require(RunID("train-a"))
    var table = NewsTable()
    let added = table.add([.runs, .run(run)])
    let number = try #require(added)
    #expect(table.note(.log(run), at: instant(0)).isEmpty)
    #expect(table.note(.runs, at: instant(0)) == [number])
    #expect(table.nextDue(of: number) == instant(0))
    #expect(table.take(number, at: instant(0)) == [.runs])
    #expect(table.take(number, at: instant(9)) == [])
    // One that comes soon after waits; more of it changes nothing.
    #expect(table.note(.runs, at: instant(9.1)) == [number])
    #expect(table.take(number, at: instant(9.1)) == [.runs])
    #expect(table.note(.runs, at: instant(9.2)) == [number])
    #expect(table.note(.runs, at: instant(9.3)).isEmpty)
    #expect(table.nextDue(of: number) == instant(9.6))
    #expect(table.take(number, at: instant(9.59)) == [])
    #expect(table.take(number, at: instant(9.6)) == [.runs])
  }

  @Test func neverMoreThanTwoASecondAndNeverNotTheLast() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      var table = NewsTable()
      let added = table.add([.runs])
      let number = try #require(added)
      var told: [Double] = []
      var last = 0.0
      var time = 0.0
      for _ in 0..<60 {
        time += Double.random(in: 0...0.4, using: &generator)
        while let due = table.nextDue(of: number), due <= instant(time) {
          // Told late, as on a machine that is busy.
          let late = Double(due.nanoseconds - instant(0).nanoseconds) / 1e9
          let at = min(time, late + Double.random(in: 0...0.2, using: &generator))
          if table.take(number, at: instant(at)) == [.runs] { told.append(at) }
        }
        _ = table.note(.runs, at: instant(time))
        last = time
      }
      if let due = table.nextDue(of: number) {
        #expect(table.take(number, at: due) == [.runs])
        told.append(Double(due.nanoseconds - instant(0).nanoseconds) / 1e9)
      }
      #expect(try #require(told.last) >= last - 1e-6)
      for (earlier, later) in zip(told, told.dropFirst()) { #expect(later - earlier > 0.499) }
    }
  }

  @Test func eachListenerIsToldForItself() throws {
    var table = NewsTable()
    let addedFirst = table.add([.runs])
    let first = try #require(addedFirst)
    #expect(table.note(.runs, at: instant(0)) == [first])
    let addedSecond = table.add([.runs, .schedules])
    let second = try #require(addedSecond)
    #expect(table.note(.runs, at: instant(1)) == [second])
    #expect(table.take(first, at: instant(1)) == [.runs])
    #expect(table.take(second, at: instant(1)) == [.runs])
    _ = table.remove(first)
    #expect(table.note(.runs, at: instant(5)) == [second])
    #expect(table.take(first, at: instant(5)) == nil)
    _ = table.remove(second)
    #expect(table.isEmpty && table.topics.isEmpty)
    #expect(table.remove(second) == nil)
  }

  @Test func thereIsAnEndToWhatIsListenedTo() throws {
    var table = NewsTable()
    let topics = Set((0..<NewsTable.capacity).compactMap { RunID("train-\($0)").map(NewsTopic.run) })
    let added = table.add(topics)
    let number = try #require(added)
    #expect(table.add([.runs]) == nil)
    _ = table.remove(number)
    #expect(table.add([.runs]) != nil)
  }
}
