internal import CommandLineOptions
internal import Diagnosis
internal import JSON
internal import LogReading
internal import Platform
internal import RunStore
internal import TrainingModel
internal import TrainingModelJSON
internal import TrainingService

/// `signalbox diagnose`: says of any log why the training failed.
struct DiagnoseCommand {
  private static let chunk = 1 << 20

  private let options: DiagnoseOptions

  init(_ arguments: [String]) throws(UsageError) { options = try DiagnoseOptions(arguments) }

  /// Returns the exit code.
  func run() throws -> Int32 {
    let log = try lines()
    let facts = FailureFacts(
      outcome: options.outcome, command: [], log: log, trainingError: Self.trainingError(in: log),
      rules: try rules())
    switch options.form {
    case .text: try StandardStreams.write(FailureReport(FailureDiagnosis.summary(of: facts)).text)
    case .json:
      let summary = FailureDiagnosis.summary(of: facts)?.json ?? .null
      try StandardStreams.write(JSONWriter.text(summary) + "\n")
    case .explanation:
      try StandardStreams.write(FailureReport(FailureDiagnosis.explanation(of: facts)).text)
    }
    return 0
  }

  /// Those of the file that was named, else of the home; with none of them the verdict is ours.
  private func rules() throws -> [UserFailureRule] {
    if let path = options.rules, FileSystem.kind(of: path) == nil {
      throw UsageError("diagnose: there is no file \(path) with rules")
    }
    let file =
      options.rules.map(FailureRulesFile.init(path:))
      ?? HomeDirectory(environment: .current).map(FailureRulesFile.init(of:))
    do throws(FailureRulesError) { return try file?.rules() ?? [] } catch {
      StandardStreams.complain("signalbox: \(error)")
      return []
    }
  }

  private func lines() throws -> [LogLine] {
    if options.path != "-", FileSystem.kind(of: options.path) == .file {
      return try LogExcerpt.lines(of: try FileDescriptor.open(options.path, .reading))
    }
    if options.path == "-" { return try Self.ends(of: try StandardStreams.claimInput()) }
    return try Self.ends(of: try FileDescriptor.open(options.path, .reading))
  }

  /// The first and last lines of what can only be read through, such as a pipe.
  private static func ends(of file: borrowing FileDescriptor) throws -> [LogLine] {
    var ends = LogEnds()
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { return ends.lines }
      ends.add(buffer[..<count])
    }
  }

  /// What the training said of its own failure: the last event of that kind.
  private static func trainingError(in log: [LogLine]) -> TrainingErrorEvent? {
    var reader = LogReader()
    for line in log where line.text.utf8.count <= LogReader.maximumLine && mentionsError(line.text) {
      _ = reader.consume(Array("\(line.text)\n".utf8)[...])
    }
    return reader.picture.error
  }

  /// Whether a line may be such an event; `String.contains` would take most of the time of a diagnosis.
  private static func mentionsError(_ line: String) -> Bool {
    var bytes = line.utf8[...]
    while let start = bytes.firstIndex(of: UInt8(ascii: "t")) {
      bytes = bytes[start...]
      if bytes.starts(with: "training_error".utf8) { return true }
      bytes = bytes.dropFirst()
    }
    return false
  }
}
