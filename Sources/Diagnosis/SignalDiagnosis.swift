import LogReading
import TrainingModel

/// The verdict on a process that a signal ended which nobody here sent.
enum SignalDiagnosis {
  static func summary(of signal: Signal, _ facts: FailureFacts) -> ErrorSummary {
    let builder = SummaryBuilder(facts: facts)
    let best = CandidateFinder(log: facts.log, command: facts.command).best()
    switch signal.name {
    case "SIGKILL":
      if facts.outOfMemoryKills > 0 { return OutcomeDiagnosis.outOfMemory(facts) }
      if let best, [.hostOutOfMemory, .killedByScheduler, .nodeFailure].contains(best.rule.type) {
        return builder.summary(best)
      }
      return builder.summary(
        .killedExternally, "The training was killed by SIGKILL from outside.",
        [
          "See who sent it: the kernel's log (`dmesg | grep -i oom`), the scheduler, another user.",
          "If memory was short, use fewer workers or smaller batches.",
        ],
        confidence: .low, retry: .unknown)
    case "SIGTERM":
      if let best,
        [.killedByScheduler, .nodeFailure].contains(best.rule.type)
          || best.rule.type == .hostOutOfMemory && best.rule.weight >= 8
      {
        return builder.summary(best)
      }
      return builder.summary(
        .killedExternally, "The training was ended by SIGTERM from outside.",
        [
          "See who sent it: the scheduler (time limit, preemption), a container stop, another user.",
          "Resume from the last checkpoint.",
        ],
        confidence: .medium, retry: .mayHelp)
    case "SIGINT":
      return builder.summary(
        .interrupted, "The training was interrupted by SIGINT (Ctrl-C).",
        ["Start again, from the last checkpoint."], confidence: .high, retry: .mayHelp)
    default:
      if let best, isCause(best) { return builder.summary(best) }
      // A page of a mapped file for which there is no room: mmap(2).
      if signal.name == "SIGBUS", let summary = DiskDiagnosis.summary(of: facts, message: nil) {
        return summary
      }
      return crash(signal, builder, facts)
    }
  }

  /// Whether the log explains a crash better than the signal does.
  private static func isCause(_ candidate: Candidate) -> Bool {
    switch candidate.rule.type {
    case .segfault, .aborted, .codeError, .assertionFailed, .interrupted: false
    default:
      candidate.rule.weight >= 5 && candidate.score >= 600 || candidate.rule.type == .ncclCommunication
        || candidate.rule.type == .peerRankFailed
    }
  }

  private static func crash(_ signal: Signal, _ builder: SummaryBuilder, _ facts: FailureFacts)
    -> ErrorSummary
  {
    let finder = CandidateFinder(log: facts.log, command: facts.command)
    // What the C library or the shell printed of the crash shows more than the signal.
    func shown(_ marks: [String]) -> String? { marks.lazy.compactMap(finder.line(holding:)).first }

    return switch signal.name {
    case "SIGSEGV", "SIGBUS", "SIGFPE", "SIGTRAP", "SIGSYS":
      builder.summary(
        .segfault,
        shown(["segmentation fault", "sigsegv", "bus error", "floating point exception"])
          ?? "The training crashed with \(signal.name) in native code.", ProcessRules.segfaultAdvice,
        confidence: .medium, retry: .mayHelp)
    case "SIGABRT":
      builder.summary(
        .aborted,
        shown([
          "what():", "assertion", "free()", "malloc", "invalid pointer", "corrupt", "libc++abi",
          "non-ok-status", "check failed",
        ]) ?? finder.lastErrorLine(without: "abort")
          ?? shown(["terminate called", "aborted (", "core dumped"])
          ?? "The training aborted (SIGABRT) in native code.",
        [
          "Read the last lines before the abort.",
          "Run with `python -X faulthandler` to see the Python line.",
        ],
        confidence: .medium, retry: .unknown)
    case "SIGILL":
      builder.summary(
        .illegalInstruction,
        shown(["illegal instruction"])
          ?? "The training used a CPU instruction that this machine does not have (SIGILL).",
        ["Install a build for this CPU, or build the package here."], confidence: .high,
        retry: .uselessUnchanged)
    default:
      builder.summary(
        .killedExternally, "The training was ended by \(signal.name).",
        ["Find out what sent \(signal.name)."],
        confidence: .low, retry: .unknown)
    }
  }
}
