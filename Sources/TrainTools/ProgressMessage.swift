internal import AgentProtocol
internal import TrainingAnswers
internal import TrainingService

/// Turns the beats of a wait into progress notifications.
enum ProgressMessage {
  /// The progress is the time that was waited, which alone is sure to grow; the message says how the training is.
  static func beat(_ reporter: ProgressReporter?, total: Double) -> RunRegistry.Beat? {
    guard let reporter else { return nil }
    return { picture, elapsed in
      reporter.report(elapsed.toMilliseconds, total: total, message: picture.listLine)
    }
  }
}
