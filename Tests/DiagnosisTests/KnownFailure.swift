import Diagnosis
import JSON
import LogReading
import TestSupport
import Testing
import TrainingModel

/// A log of `fixtures/failures`, and what is known of it.
struct KnownFailure: Sendable, CustomTestStringConvertible {
  let name: String
  /// The failure type; `none` for a training that is well.
  let label: String
  /// What an expert would accept too.
  let others: [String]
  /// Text that the message must show; nil where the outcome alone tells.
  let proof: String?
  /// `file:line` of the user's own line at fault; nil where no line of the user's is.
  let location: String?
  let facts: FailureFacts

  var testDescription: String { "\(name): \(label)" }

  init?(name: String, known: JSONValue, log: [UInt8]) {
    guard let label = known["label"]?.string, let outcome = Self.outcome(known) else { return nil }
    self.name = name
    self.label = label
    others = known["alt_labels"]?.strings ?? []
    proof = known["proof"]?.string
    location = known["location"]?.string
    var lines: [LogLine] = []
    for line in log.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lines.append(LogLine(offset: Int64(line.startIndex), text: LogText.cleanLine(line)))
    }
    facts = FailureFacts(
      outcome: outcome, outOfMemoryKills: known["out_of_memory_kills"]?.int ?? 0,
      command: ["python", "train.py"],
      log: lines)
  }

  private static func outcome(_ known: JSONValue) -> RunOutcome? {
    if let name = known["signal"]?.string {
      let number = signals[name]
      return number.map { .signalled(Signal(number: $0, name: name)) }
    }
    return known["exit_code"]?.int.map { .exited(code: Int32($0)) }
  }

  /// Numbers of Linux.
  private static let signals: [String: Int32] = [
    "SIGHUP": 1, "SIGINT": 2, "SIGILL": 4, "SIGABRT": 6, "SIGBUS": 7, "SIGFPE": 8, "SIGKILL": 9,
    "SIGSEGV": 11,
    "SIGTERM": 15,
  ]

  /// Logs of trainings that really failed, or were well: `NAME.log` with `NAME.json`.
  static let real: [KnownFailure] = {
    // An empty list fails `everyLogIsRead`.
    let files = try? Repository.files(under: "fixtures/failures/real", suffix: ".json")
    return (files ?? []).compactMap { file in
      let stem = file.dropLast(5)
      // A file that cannot be read fails `everyLogIsRead` too.
      guard let known = try? JSONParser.parse(Repository.bytes(file)),
        let log = try? Repository.bytes("\(stem).log")
      else { return nil }
      return KnownFailure(name: String(stem.split(separator: "/").last ?? stem), known: known, log: log)
    }
  }()

  /// Logs written in the words of libraries and launchers, a line each.
  static let written: [KnownFailure] = {
    // An empty list fails `everyLogIsRead`.
    let text = try? Repository.text("fixtures/failures/written.jsonl")
    return (text ?? "").split(separator: "\n").compactMap { line in
      // A line that cannot be read fails `everyLogIsRead`.
      guard let known = try? JSONParser.parse(String(line)), let name = known["id"]?.string,
        let log = known["log"]?.string
      else { return nil }
      return KnownFailure(name: name, known: known, log: Array(log.utf8))
    }
  }()
}
