import Scheduling
import Testing
import TrainingModel

@Suite struct CronExpressionTests {
  /// 2026-01-15 was a Thursday.
  @Test(arguments: [
    ("30 9 * * *", ["2026-01-16T09:30", "2026-01-17T09:30"]),
    ("*/20 * * * *", ["2026-01-15T12:20", "2026-01-15T12:40", "2026-01-15T13:00"]),
    ("5/25 12 * * *", ["2026-01-15T12:05", "2026-01-15T12:30", "2026-01-15T12:55", "2026-01-16T12:05"]),
    ("10-20/5 * * * *", ["2026-01-15T12:10", "2026-01-15T12:15", "2026-01-15T12:20", "2026-01-15T13:10"]),
    ("7-7/3 * * * *", ["2026-01-15T12:07", "2026-01-15T13:07"]),
    ("007 012 * * *", ["2026-01-15T12:07", "2026-01-16T12:07"]),
    ("0 0 1 feb,OCT *", ["2026-02-01T00:00", "2026-10-01T00:00", "2027-02-01T00:00"]),
    ("0 0 * * 0", ["2026-01-18T00:00", "2026-01-25T00:00"]),
    ("0 0 * * 7", ["2026-01-18T00:00", "2026-01-25T00:00"]),
    ("0 0 * * fri-sun", ["2026-01-16T00:00", "2026-01-17T00:00", "2026-01-18T00:00", "2026-01-23T00:00"]),
    ("0 0 * * 6-0", ["2026-01-17T00:00", "2026-01-18T00:00", "2026-01-24T00:00"]),
    // A step from a weekday ends on Saturday: 7 is not met once more as Sunday.
    ("0 0 * * 5/2", ["2026-01-16T00:00", "2026-01-23T00:00"]),
    ("0 0 * * */3", ["2026-01-17T00:00", "2026-01-18T00:00", "2026-01-21T00:00"]),
    // Either day field where neither begins with a star, both where one does.
    ("0 0 20 * 1", ["2026-01-19T00:00", "2026-01-20T00:00", "2026-01-26T00:00", "2026-02-02T00:00"]),
    ("0 0 */2 * MON", ["2026-01-19T00:00", "2026-02-09T00:00", "2026-02-23T00:00"]),
    ("0 0 10,* * MON", ["2026-01-16T00:00", "2026-01-17T00:00"]),
    ("0 0 *,10 * MON", ["2026-01-19T00:00", "2026-01-26T00:00"]),
    ("0 0 31 * *", ["2026-01-31T00:00", "2026-03-31T00:00", "2026-05-31T00:00"]),
    ("0 0 29 2 *", ["2028-02-29T00:00", "2032-02-29T00:00"]),
    ("@weekly", ["2026-01-18T00:00"]), ("@Annually", ["2027-01-01T00:00"]),
    ("\t@hourly ", ["2026-01-15T13:00"]),
    (" 0\t0  * * * ", ["2026-01-16T00:00"]),
  ])
  func whatFieldsMean(text: String, times: [String]) throws {
    let expression = try CronExpression(text)
    let found = CronRecurrence(expression, in: .utc).times(
      after: try instant("2026-01-15T12:00Z"), count: times.count)
    #expect(found.map { $0.rfc3339(in: .utc) } == times.map { $0 + ":00+00:00" })
    #expect(expression.text == text)
  }

  @Test(
    arguments: [
      ("60 * * * *", .outOfRange, .minute, nil), ("* 24 * * *", .outOfRange, .hour, nil),
      ("* * 0 * *", .outOfRange, .dayOfMonth, nil), ("* * * 13 *", .outOfRange, .month, nil),
      ("* * * * 8", .outOfRange, .dayOfWeek, nil),
      ("99999999999999999999 * * * *", .outOfRange, .minute, nil),
      ("0 22-2 * * *", .reversedRange, .hour, "write 22-23,0-2"),
      ("0 20-4/3 * * *", .reversedRange, .hour, "write 20,23,2"),
      ("0 0 * DEC-FEB *", .reversedRange, .month, "write 12,1-2"),
      ("0 0 * * FRI-MON", .reversedRange, .dayOfWeek, "write 5-7,1"),
      ("0 0 * * 7-2", .reversedRange, .dayOfWeek, "write 7,1-2"),
      ("*/0 * * * *", .badStep, .minute, "leave '/0' out"), ("*/10000 * * * *", .badStep, .minute, nil),
      ("1/2/3 * * * *", .badStep, .minute, nil), ("/5 * * * *", .emptyItem, .minute, "write */step"),
      ("1,,2 * * * *", .emptyItem, .minute, "remove the stray comma"),
      ("0 9- * * *", .emptyItem, .hour, "remove the stray hyphen"),
      ("1.5 * * * *", .badToken, .minute, nil), ("0 9am * * *", .badToken, .hour, nil),
      ("*5 * * * *", .badToken, .minute, nil), ("0 0 ? * 1", .badToken, .dayOfMonth, "write '*'"),
      ("0 0 L * *", .unknownName, .dayOfMonth, "L W # ? H ~ R of other schedulers are not supported"),
      ("0 0 * * 5#3", .badToken, .dayOfWeek, "L W # ? H ~ R of other schedulers are not supported"),
      ("0 0 * * Monday", .unknownName, .dayOfWeek, "write MON"),
      ("0 0 * mon *", .unknownName, .month, "MON belongs into the field day-of-week"),
      ("0 0 30 2 *", .neverFires, .dayOfMonth, nil), ("0 0 31 4,6,9,11 */2", .neverFires, .dayOfMonth, nil),
    ] as [(String, CronProblem.Kind, CronField, String?)])
  func whatIsWrongInAField(text: String, kind: CronProblem.Kind, field: CronField, hint: String?) throws {
    let error = try #require(throws: CronError.self) { try CronExpression(text) }
    #expect(error.problems.map(\.kind) == [kind])
    #expect(error.problems[0].field == field)
    if let hint { #expect(error.problems[0].hint == hint) }
  }

  @Test(
    arguments: [
      ("", .fieldCount, nil), ("* * * *", .fieldCount, "a field is missing: '*' stands for every value"),
      ("0 0 * * * *", .fieldCount, "seconds and years are not supported; leave their fields out"),
      ("daily", .fieldCount, "write @daily or 0 0 * * *"),
      (
        "CRON_TZ=Asia/Tokyo 0 0 * * *", .fieldCount,
        "the zone is an argument of its own: timezone \"Asia/Tokyo\""
      ),
      (
        "0 0 * * mon fri", .fieldCount,
        "lists take commas and no blanks (mon,fri); a zone goes into the argument timezone"
      ),
      (
        "@every 5m", .unknownMacro,
        "for a fixed distance in time use a trigger of type interval with interval_seconds"
      ),
      ("@dayly", .unknownMacro, nil),
      ("0 0 * * *\n", .controlCharacter, nil), ("0 0\u{A0}* * *", .notASCII, nil),
      ("0 0 * * ſun", .notASCII, nil),
      (String(repeating: "1,", count: 600) + "1 * * * *", .tooLong, nil),
    ] as [(String, CronProblem.Kind, String?)])
  func whatIsWrongAsAWhole(text: String, kind: CronProblem.Kind, hint: String?) throws {
    let error = try #require(throws: CronError.self) { try CronExpression(text) }
    #expect(error.problems.map(\.kind) == [kind])
    #expect(error.problems[0].field == nil)
    #expect(error.problems[0].hint == hint)
  }

  @Test func allProblemsAreToldAtOnce() throws {
    let error = try #require(throws: CronError.self) { try CronExpression("61,1x 25-26 * foo */0") }
    #expect(
      error.problems.map(\.kind) == [
        .outOfRange, .badToken, .outOfRange, .outOfRange, .unknownName, .badStep,
      ])
    #expect(
      error.problems[0].description
        == "minute: 61 is out of range; allowed: 0-59, '*' ',' '-' '/'")
  }

  @Test func whatIsNotASCIIIsNamedByItsCodePoint() throws {
    let error = try #require(throws: CronError.self) { try CronExpression("0 0 ∗ * *") }
    #expect(error.description.contains("U+2217"))
  }

  @Test(
    arguments: [
      ("*/60 * * * *", [.stepWiderThanField(.minute, item: "*/60", first: 0)]),
      ("*/59 * * * *", []), ("0 0 */31 * *", [.stepWiderThanField(.dayOfMonth, item: "*/31", first: 1)]),
      ("0 0 * * */7", [.stepWiderThanField(.dayOfWeek, item: "*/7", first: 0)]),
      ("0 0 1 * 1", [.eitherDayField]), ("0 0 */2 * 1", [.bothDayFields]), ("0 0 * * 1", []),
    ] as [(String, [CronWarning])])
  func whatAuthorsMayNotHaveMeant(text: String, warnings: [CronWarning]) throws {
    #expect(try CronExpression(text).warnings == warnings)
  }

  @Test(arguments: [
    ("0 2 * * *", true), ("0,30 0-23 * * *", true), ("0 * * * *", false), ("*/5 2 * * *", false),
    ("0 */2 * * *", false), ("@daily", true), ("@hourly", false),
  ])
  func jobsWithTimesOfTheDay(text: String, isFixed: Bool) throws {
    #expect(try CronExpression(text).isFixedTime == isFixed)
  }
}
