internal import AgentProtocol
internal import TrainingAnswers
internal import TrainingService

/// Turns the beats of a wait into progress notifications.
enum ProgressMessage {
  /// The progress is the time that was waited, which alone is sure to grow; the message says how the training is.
  ///
  /// - Parameters:
  ///   - total: seconds that the call takes at most.
  ///   - earlier: seconds that it had taken when the wait began.
  static func beat(
    _ reporter: ProgressReporter?, total: Double, after earlier: Double = 0
  ) -> RunRegistry.Beat? {
    guard let reporter else { return nil }
    return { picture, elapsed in
      reporter.report(
        (earlier + elapsed).toMilliseconds, total: total.toMilliseconds, message: picture.listLine)
    }
  }
}
