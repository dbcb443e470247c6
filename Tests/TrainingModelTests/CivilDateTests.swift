import Testing
import TrainingModel

@Suite struct CivilDateTests {
  @Test(arguments: [
    (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (11_017, 2000, 3, 1), (47_540, 2100, 2, 28),
    (47_541, 2100, 3, 1), (-719_468, 0, 3, 1), (-719_469, 0, 2, 29),
  ])
  func knownDays(number: Int, year: Int, month: Int, day: Int) {
    #expect(CivilDate(dayNumber: number) == CivilDate(year: year, month: month, day: day))
    #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
  }

  @Test func everyDayOfACycleComesBackFromItsDate() {
    var previous = CivilDate(dayNumber: -1)
    for number in 0..<146_097 {
      let date = CivilDate(dayNumber: number)
      guard date.dayNumber == number else {
        Issue.record("\(number) is \(date), which is \(date.dayNumber)")
        return
      }
      let isNext =
        date.day == previous.day + 1 && date.month == previous.month
        || date.day == 1 && previous.day == CivilDate.days(inMonth: previous.month, of: previous.year)
      guard isNext else {
        Issue.record("\(date) follows \(previous)")
        return
      }
      previous = date
    }
    #expect(previous.year == 2369)
  }

  @Test(arguments: [(7, 2, 3), (-7, 2, -4), (-8, 2, -4), (-1, 86_400, -1), (0, 5, 0)])
  func divisionGoesDown(value: Int, divisor: Int, quotient: Int) {
    #expect(value.floorDivided(by: divisor) == quotient)
  }
}
