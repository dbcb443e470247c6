import CommandLineOptions
import FaultCampaign
import Testing

@Suite struct ReportTests {
  private enum Counted: String, Figure {
    case tries
    case losses = "things lost"
    var mustBeZero: Bool { self == .losses }
  }

  @Test func figuresStandInOneColumn() {
    var tally = Tally<Counted>()
    tally.add(.tries, 1_000)
    let report = tally.report(titled: "Tests", [.init(label: "slowest", value: "3 ms")])
    #expect(report.isGood)
    #expect(
      report.text(width: 14) == """
        Tests
          tries              1000
          things lost           0  ok
          slowest            3 ms

        """)
  }

  @Test func aViolationIsCountedAndTold() {
    var tally = Tally<Counted>()
    var other = tally
    other.violate(.losses, in: "round 7", "a code")
    tally.merge(other)
    let report = tally.report(titled: "Tests")
    #expect(!report.isGood)
    #expect(report.text(width: 14).contains("things lost           1  <- must be 0"))
    #expect(report.text(width: 14).contains("! things lost: round 7: a code"))
  }

  @Test func optionsOfTheCommand() throws {
    let options = try CampaignOptions([
      "--kills", "50", "--seed", "18446744073709551615", "--seconds", "20.5", "--server", "/s", "--only",
      "clock",
      "--jobs", "2",
    ])
    #expect(options.kills == 50)
    #expect(options.seed == .max)
    #expect(options.seconds == 20.5)
    #expect(options.server == "/s")
    #expect(options.parts == [.clock])
    #expect(options.jobs == 2)
    #expect(try CampaignOptions([]).parts == CampaignOptions.Part.allCases)
  }

  @Test(arguments: [["--kills"], ["--kills", "many"], ["--only", "luck"], ["--speed", "1"]])
  func nonsenseIsRefused(arguments: [String]) {
    #expect(throws: UsageError.self) { try CampaignOptions(arguments) }
  }
}
