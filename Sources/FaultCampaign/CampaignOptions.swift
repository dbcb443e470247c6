package import CommandLineOptions

/// The command line of `fault-campaign`.
package struct CampaignOptions: Hashable, Sendable {
  /// One kind of fault.
  package enum Part: String, CaseIterable, Sendable {
    case kills, powercut, errors, clock
  }

  /// Victims to be hit.
  package var kills = 1_000
  /// Decides all that is random; nil leaves it to the clock.
  package var seed: UInt64?
  /// Seconds for all of it.
  package var seconds = 3_600.0
  /// The program under test; nil for the one that was built with this one.
  package var server: String?
  package var parts = Part.allCases
  /// Rounds and cases at once.
  package var jobs = 4

  /// Only cases whose names hold this; empty: all.
  package var caseName = ""

  package static let usage = """
    fault-campaign [--kills N] [--seed S] [--seconds LIMIT] [--server PATH] [--only kills|powercut|errors|clock]
                   [--case TEXT] [--jobs N]
    Proves that nothing is lost: kills servers, supervisors and trainings at random moments, cuts the power, lets
    calls fail and the clock jump, and compares every record with what it knows. Exit code 1 when one is wrong.

    """

  package init() {}

  /// - Parameter arguments: without the name of the program.
  package init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(
      command: "fault-campaign",
      options: ["kills", "seed", "seconds", "server", "only", "case", "jobs"])
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .option("kills", let text): kills = try scanner.number(text, of: "kills", from: 0)
      case .option("seed", let text): seed = try scanner.number(text, of: "seed", from: 0)
      case .option("seconds", let text): seconds = try scanner.number(text, of: "seconds", from: 0)
      case .option("jobs", let text): jobs = try scanner.number(text, of: "jobs", from: 1)
      case .option("server", let path): server = path
      case .option("case", let text): caseName = text
      case .option(_, let text):
        guard let part = Part(rawValue: text) else {
          let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
          throw UsageError("fault-campaign: --only takes one of \(known), not '\(text)'")
        }
        parts = [part]
      case .operand(let text), .flag(let text): throw UsageError("fault-campaign: '\(text)' is no option")
      }
    }
  }
}
