internal import CommandLineOptions
internal import FaultCampaign
internal import Platform
internal import TestSupport

/// `fault-campaign`: proves that nothing is lost, and prints what it did as figures.
@main
enum Main {
  private static let columnWidth = 48

  static func main() { ProofProgram.main("fault-campaign", usage: CampaignOptions.usage, run) }

  /// Whether all is as it should be.
  private static func run(_ arguments: [String]) throws -> Bool {
    let options = try CampaignOptions(arguments)
    guard let server = options.server ?? BuiltProduct.path("signalbox") else {
      throw UsageError("there is no signalbox beside this program; name one by --server")
    }
    let seed = options.seed ?? UInt64(truncatingIfNeeded: SystemClock.wallNanoseconds() / 1_000)
    let tools = CampaignTools(
      server: FileSystem.resolve(server) ?? server, faultLibrary: BuiltProduct.path("libFaultInjection.so"),
      seed: seed, seconds: options.seconds, databaseCheck: DatabaseIntegrity.problem)
    let begin = SystemClock.monotonic()
    try StandardStreams.write("Fault campaign on \(tools.server), seed \(seed)\n\n")
    let isGood = try Campaign(tools, options).run { report in
      try StandardStreams.write(report.text(width: columnWidth) + "\n")
    }
    let seconds = Int(SystemClock.monotonic().seconds(since: begin).rounded())
    try StandardStreams.write(
      (isGood ? "Nothing was lost" : "Something is wrong") + ", seed \(seed), \(seconds) s\n")
    return isGood
  }
}
