import Scheduling
import Testing
import TrainingModel

@testable import TrainingService

/// Which looks at data begin, and which are not risked.
@Suite struct DataLookTableTests {
  private func schedule(_ number: Int) throws -> ScheduleID { try #require(ScheduleID("schedule-\(number)")) }

  @Test func aFewAtATimeInTheirOrder() throws {
    var table = DataLookTable()
    let numbers = try (1...6).map { try #require(table.enter(try schedule($0))) }
    #expect(table.takeReady() == Array(numbers.prefix(DataLookTable.slots)))
    #expect(table.takeReady() == [])
    table.end(numbers[1])
    #expect(table.takeReady() == [numbers[4]])
    table.end(numbers[0])
    table.end(numbers[2])
    #expect(table.takeReady() == [numbers[5]])
  }

  @Test func oneThatHangsIsInNobodysWay() throws {
    var table = DataLookTable()
    let hanging = try #require(table.enter(try schedule(1)))
    #expect(table.takeReady() == [hanging])
    table.giveUp(hanging, try schedule(1))
    #expect(table.enter(try schedule(1)) == nil, "its data would hang once more")
    let others = try (2...5).map { try #require(table.enter(try schedule($0))) }
    #expect(table.takeReady() == others, "it has no slot any more")
    table.end(hanging)
    #expect(table.enter(try schedule(1)) != nil)
  }

  @Test func noMoreThreadsAreRiskedThanThat() throws {
    var table = DataLookTable()
    for number in 1...DataLookTable.mostStuck {
      let look = try #require(table.enter(try schedule(number)))
      #expect(table.takeReady() == [look])
      table.giveUp(look, try schedule(number))
    }
    #expect(table.enter(try schedule(99)) == nil)
  }
}
