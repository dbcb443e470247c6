import JSON
import Testing

/// Numbers by RFC 8259 section 6, and none of their characters lost.
@Suite struct JSONNumberTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("-1", -1), ("1234567890", 1_234_567_890),
    ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
  ])
  func wholeNumbersThatFitAreIntegers(text: String, value: Int64) throws {
    #expect(try JSONParser.parse(text) == .integer(value))
    #expect(JSONWriter.text(.integer(value)) == text)
  }

  @Test(arguments: [
    "1.0", "1e3", "1E3", "1E+3", "1e-3", "-0", "-0.0", "0e0", "0.10", "-12.5e-7", "9223372036854775808",
    "-9223372036854775809", "12345678901234567890", "1e400", "-1e99999", "1e-400",
    "0.1000000000000000055511151231257827021181583404541015625",
  ])
  func allOthersAreKeptAsWritten(text: String) throws {
    let value = try JSONParser.parse(text)
    guard case .decimal(let decimal) = value else {
      Issue.record("\(text) became \(value)")
      return
    }
    #expect(decimal.literal == text)
    #expect(JSONWriter.text(value) == text)
  }

  @Test(arguments: [
    ("1.0", 1.0), ("1e3", 1000), ("-12.5e-7", -12.5e-7), ("12345678901234567890", 12_345_678_901_234_567_168),
    ("1e400", .infinity), ("-1e99999", -.infinity), ("1e-400", 0),
    ("9007199254740993", 9_007_199_254_740_992),
  ])
  func doubleIsTheNearest(text: String, double: Double) throws {
    #expect(try JSONParser.parse(text).double == double)
  }

  @Test(
    arguments: [
      ("3", 3), ("3.0", 3), ("3e0", 3), ("30e-1", 3), ("-0", 0), ("1e18", 1_000_000_000_000_000_000),
      ("3.5", nil), ("1e19", nil), ("9223372036854775808", nil), ("1e400", nil), ("\"3\"", nil),
      ("true", nil),
    ] as [(String, Int64?)])
  func integerIsTheWholeNumber(text: String, integer: Int64?) throws {
    #expect(try JSONParser.parse(text).integer == integer)
  }

  @Test(arguments: [
    "-", "+1", "01", "-01", "00", ".5", "1.", "1.e3", "1e", "1e+", "1E-", "0x1", "1_000", "--1", "1-", "1+1",
    "NaN", "nan", "Infinity", "-Infinity", "inf", "٣", "1 2",
  ])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(text) }
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse("[\(text)]") }
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (0.5, "0.5"), (-2.25, "-2.25"), (1e20, "1e+20"),
    (9_007_199_254_740_991, "9007199254740991"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"),
    (.infinity, "null"),
    (-.infinity, "null"),
  ])
  func doublesAreWrittenInTheShortestForm(value: Double, text: String) {
    #expect(JSONWriter.text(.number(value)) == text)
  }

  @Test func doublesSurviveTheWayThereAndBack() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<5_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(try JSONParser.parse(JSONWriter.text(.number(value))).double == value)
    }
    #expect(JSONDecimal(.nan) == nil)
    #expect(JSONDecimal(.infinity) == nil)
  }
}
