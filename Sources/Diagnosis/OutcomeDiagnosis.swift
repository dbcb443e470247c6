import LogReading
import TrainingModel

/// Verdicts that the outcome of the run decides, whatever the log says.
enum OutcomeDiagnosis {
  /// The kernel ended it for memory.
  static func outOfMemory(_ facts: FailureFacts) -> ErrorSummary {
    SummaryBuilder(facts: facts).summary(
      .hostOutOfMemory, "The kernel killed the training because main memory ran out.", memoryAdvice(facts),
      confidence: .high, retry: .uselessUnchanged)
  }

  /// It ran past `max_runtime`.
  static func timeLimit(_ facts: FailureFacts) -> ErrorSummary {
    SummaryBuilder(facts: facts).summary(
      .timeLimit, "The run was stopped because it ran past max_runtime.",
      ["Raise max_runtime, or train for fewer steps; resume from the last checkpoint if there is one."],
      confidence: .high, retry: .uselessUnchanged)
  }

  /// Nothing of it had moved for far longer than its rhythm, and it was to be stopped then.
  static func stalled(_ facts: FailureFacts) -> ErrorSummary {
    SummaryBuilder(facts: facts).summary(
      .stalled,
      "The run was stopped because it had stalled: nothing moved for far longer than between its steps.",
      [
        "Look at the end of the log for what it waited for: data, a lock, the network, or another process of its own.",
        "Resume from the last checkpoint; with workers for data, try none, so that an error of theirs is seen.",
        "Where long pauses are normal, start it with on_stall \"warn\".",
      ],
      confidence: .high, retry: .mayHelp)
  }

  /// Nobody saw how it ended.
  static func lost(_ facts: FailureFacts) -> ErrorSummary {
    SummaryBuilder(facts: facts).summary(
      .lost,
      "The process is gone and left no exit record: the machine restarted, or the supervisor was killed.",
      ["Start again from the last checkpoint; see the system's log for a restart or a lack of memory."],
      confidence: .medium, retry: .mayHelp)
  }

  static func memoryAdvice(_ facts: FailureFacts) -> [String] {
    MemoryRules.lessMemory(FailureScene(text: "", command: facts.command, exception: nil))
  }
}
