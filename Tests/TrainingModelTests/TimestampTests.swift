import Testing
import TrainingModel

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
    (1_709_164_799, "2024-02-28T23:59:59.000Z"), (1_709_164_800, "2024-02-29T00:00:00.000Z"),
    (1_735_689_599, "2024-12-31T23:59:59.000Z"), (4_107_542_400, "2100-03-01T00:00:00.000Z"),
    (-1, "1969-12-31T23:59:59.000Z"), (-2_203_977_600, "1900-02-28T00:00:00.000Z"),
  ])
  func knownDates(seconds: Int64, text: String) {
    #expect(Timestamp(nanoseconds: seconds * 1_000_000_000).rfc3339 == text)
  }

  @Test func millisecondsAreCutNotRounded() {
    #expect(Timestamp(nanoseconds: 1_999_999).rfc3339 == "1970-01-01T00:00:00.001Z")
    #expect(Timestamp(nanoseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
  }

  @Test func theCompactFormHasNoPunctuation() {
    #expect(Timestamp(nanoseconds: 1_763_696_400_000_000_000).compact == "20251121T034000")
  }

  /// Counts days one by one, as a calendar on the wall does.
  @Test func everyDayOfThreeCenturies() {
    var year = 1901
    var month = 1
    var day = 1
    // Days from 1901-01-01 to 1970-01-01.
    for number in -25_202..<85_000 {
      let text = Timestamp(nanoseconds: Int64(number) * 86_400_000_000_000).rfc3339
      let expected = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)T00:00:00.000Z"
      guard text == expected else {
        Issue.record("\(number): \(text) is not \(expected)")
        return
      }
      day += 1
      if day > Self.days(in: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(year > 2200)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
