internal import CommandLineOptions
internal import RunStore
internal import TrainingModel

/// The command line of `signalbox prune`.
struct PruneOptions: Equatable {
  /// nil: what the settings say.
  var recordLimits: RetentionLimits?
  var logLimits: RetentionLimits?
  var isTrial = false

  private static let records = ["older-than", "keep", "max-size"]
  private static let logs = ["logs-older-than", "logs-keep", "logs-max-size"]

  init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(
      command: "prune", flags: ["dry-run"], options: Set(Self.records + Self.logs))
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .flag: isTrial = true
      case .option(let name, let value) where Self.records.contains(name):
        try Self.set(&recordLimits, scanner, name, name, value)
      case .option(let name, let value):
        try Self.set(&logLimits, scanner, name, String(name.dropFirst("logs-".count)), value)
      case .operand(let operand): throw UsageError("prune: '\(operand)' is no option")
      }
    }
  }

  private static func set(
    _ limits: inout RetentionLimits?, _ scanner: OptionScanner, _ option: String, _ kind: String,
    _ value: String
  ) throws(UsageError) {
    var new = limits ?? RetentionLimits()
    switch kind {
    case "older-than":
      guard let days = Double(value.hasSuffix("d") ? String(value.dropLast()) : value), days > 0,
        days.isFinite
      else { throw UsageError("prune: --\(option) needs a number of days greater than 0, not '\(value)'") }
      new.maximumAgeDays = days
    case "keep": new.maximumCount = try scanner.number(value, of: option, from: 1)
    default:
      guard let bytes = ByteSize.parse(value), bytes > 0 else {
        throw UsageError("prune: --\(option) needs a size such as 500MB or \"2 GiB\", not '\(value)'")
      }
      new.maximumBytes = bytes
    }
    limits = new
  }
}
