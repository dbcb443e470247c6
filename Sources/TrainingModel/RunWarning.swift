/// Something about a run that its reader should know and that is no failure of it.
package struct RunWarning: Hashable, Sendable {
  /// What it is about.
  package enum Code: String, CaseIterable, Sendable {
    /// Exit 0, and nothing in the log shows that anything was trained.
    case notVerified = "not_verified"
    /// No sign of training within `startup_timeout`.
    case startupSlow = "startup_slow"
    /// Processes of the run were alive when the training itself had ended, and were stopped.
    case leftoverProcesses = "leftover_processes"
    /// The kernel killed a process of the run for memory, and the training went on or ended otherwise.
    case outOfMemoryKill = "out_of_memory_kill"
    /// The supervisor was killed, so that exit code and end time are not known.
    case recordLost = "record_lost"
    /// The log shows a failure although the exit code is 0.
    case failureInLog = "failure_in_log"
    /// The log could not be read.
    case logUnreadable = "log_unreadable"
    /// The log grew past its cap, so that its middle was dropped.
    case logCapped = "log_capped"
    /// The log grew past its cap, and nothing can be dropped of it.
    case logCapImpossible = "log_cap_impossible"
    /// The run has ended, and its log is still being read to the end.
    case logUnread = "log_unread"
    /// A loss is NaN or infinite.
    case lossNotFinite = "loss_not_finite"
    /// The training's loss has lost much of what it had gained, and goes on doing so.
    case lossRising = "loss_rising"
    /// The training's loss has stood still for long.
    case lossPlateau = "loss_plateau"
    /// The validation's loss gets worse while that of the training gets better.
    case overfitting
    /// The learning rate is 0 although the training goes on.
    case learningRateZero = "learning_rate_zero"
    /// Nothing has moved for far longer than between two steps before.
    case stalled
    /// Steps take several times as long as they did before.
    case stepRateFell = "step_rate_fell"
    /// The memory of its processes climbs steadily to a ceiling that it will reach.
    case memoryClimbing = "memory_climbing"
    /// The GPUs that it holds or was given have next to nothing to do.
    case gpuIdle = "gpu_idle"
  }

  package let code: Code
  /// One sentence for a person.
  package let message: String
  /// What it was seen by, if there is such a thing.
  package let evidence: String?

  package init(_ code: Code, _ message: String, evidence: String? = nil) {
    self.code = code
    self.message = message
    self.evidence = evidence
  }
}
