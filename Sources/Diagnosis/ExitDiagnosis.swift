import LogReading
import TrainingModel

/// The verdict on a process that ended by itself with an exit code that is not 0.
enum ExitDiagnosis {
  static func summary(of code: Int32, _ facts: FailureFacts) -> ErrorSummary {
    let builder = SummaryBuilder(facts: facts)
    let finder = CandidateFinder(log: facts.log, command: facts.command)
    let best = finder.best() ?? ownWord(facts)
    if facts.outOfMemoryKills > 0, best.map({ $0.rule.weight < 8 }) ?? true {
      return OutcomeDiagnosis.outOfMemory(facts)
    }
    switch code {
    case 127 where best?.rule.weight ?? 0 < 8:
      let said =
        finder.line(holding: "not found") ?? finder.line(holding: "no such file") ?? finder.lastShellLine
        ?? "Exit code 127: a command was not found."
      return builder.summary(
        .commandNotFound, said, CommandAdvice.missing(said), confidence: .high, retry: .uselessUnchanged)
    case 126:
      return builder.summary(
        .notExecutable,
        finder.line(holding: "cannot execute") ?? finder.line(holding: "denied") ?? finder.lastShellLine
          ?? "Exit code 126: the command cannot be executed.",
        [
          "Make the file executable (`chmod +x`), or start it with its interpreter: `python FILE`, `bash FILE`.",
          "Check that it is built for this machine, and that no line of the script begins with it by accident.",
        ],
        confidence: .high,
        retry: .uselessUnchanged)
    case 130 where best.map { $0.rule.weight < 8 } ?? true:
      return SignalDiagnosis.summary(of: .interrupt, facts)
    case 137 where best.map { $0.rule.weight < 8 } ?? true:
      // A shell or a launcher reports that its child was killed, and no one here did it.
      return builder.summary(
        .hostOutOfMemory,
        "A child was killed by SIGKILL (exit code 137), most likely because memory ran out.",
        OutcomeDiagnosis.memoryAdvice(facts), confidence: .low, retry: .uselessUnchanged)
    case 129...159: return SignalDiagnosis.summary(of: signal(of: code), facts)
    default: break
    }
    if let best, !DiskDiagnosis.explains(best, facts) { return builder.summary(best) }
    if let summary = DiskDiagnosis.summary(
      of: facts, message: best.map(builder.message) ?? finder.lastErrorLine)
    {
      return summary
    }
    return builder.summary(
      .unknown, finder.lastErrorLine ?? "The training ended with exit code \(code) and said nothing of why.",
      ["Read the last lines of the log; run with more logging if they do not say why."], confidence: .low,
      retry: .unknown)
  }

  /// The signal behind an exit code of a shell, which adds 128.
  private static func signal(of code: Int32) -> Signal {
    let known: [Signal] = [.illegalInstruction, .abort, .segmentationFault, .terminate]
    return known.first { $0.number == code - 128 }
      ?? Signal(number: code - 128, name: names[code - 128] ?? "SIG\(code - 128)")
  }

  private static let names: [Int32: String] = [5: "SIGTRAP", 7: "SIGBUS", 8: "SIGFPE", 31: "SIGSYS"]

  /// What the training said of its own failure, when the log shows no more.
  private static func ownWord(_ facts: FailureFacts) -> Candidate? {
    facts.trainingError.flatMap { TrainingErrorReading.candidate($0, facts) }
  }
}
