import CommandLineOptions
import Testing

/// Options as they are written, and what is said of those that make no sense.
@Suite struct OptionScannerTests {
  private let scanner = OptionScanner(command: "sow", flags: ["dry"], options: ["row", "depth"])

  @Test func flagsOptionsAndOperandsKeepTheirOrder() throws {
    #expect(
      try scanner.scan(["field", "--row", "3", "--dry", "--depth=2=3", "-", "--row="])
        == [
          .operand("field"), .option("row", value: "3"), .flag("dry"), .option("depth", value: "2=3"),
          .operand("-"), .option("row", value: ""),
        ])
  }

  @Test(arguments: [
    (["--row"], "sow: --row needs a value"),
    (["--wet"], "sow: there is no option --wet; there are: --depth, --dry, --row"),
    (["--dry=1"], "sow: there is no option --dry=1; there are: --depth, --dry, --row"),
    (["--"], "sow: there is no option --; there are: --depth, --dry, --row"),
  ])
  func nonsenseIsNamed(arguments: [String], message: String) {
    #expect(throws: UsageError(message)) { try scanner.scan(arguments) }
  }

  @Test func numbersAreTakenWithinTheirLimits() throws {
    #expect(try scanner.number("-64", of: "row", from: -64, to: 255) as Int32 == -64)
    #expect(try scanner.number("255", of: "row", from: -64, to: 255) as Int32 == 255)
    #expect(try scanner.number("18446744073709551615", of: "row", from: 0) as UInt64 == .max)
    #expect(try scanner.number("0.5", of: "row", from: 0.5) == 0.5)
  }

  @Test(arguments: ["", "x", "0.4", "nan", "inf", "-inf", "1e400"])
  func whatIsNoNumberWithinThemIsNamed(text: String) {
    #expect(throws: UsageError("sow: --row takes a number of 0.5 or more, not '\(text)'")) {
      try scanner.number(text, of: "row", from: 0.5)
    }
  }

  @Test func bothLimitsAreNamed() {
    #expect(throws: UsageError("sow: --row takes a number from 1 to 9, not '10'")) {
      try scanner.number("10", of: "row", from: 1, to: 9)
    }
  }
}
