/// What a training said of its own failure, in a `training_error` event.
package struct TrainingErrorEvent: Hashable, Sendable {
  /// The name of the exception, such as `ValueError`.
  package var errorType: String?
  package var errorMessage: String?
  /// The traceback, lines separated by line feeds, at most 16 KiB.
  package var traceback: String?
  /// The part of the work that failed, as the training names it.
  package var phase: String?

  package init(
    errorType: String? = nil, errorMessage: String? = nil, traceback: String? = nil, phase: String? = nil
  ) {
    self.errorType = errorType
    self.errorMessage = errorMessage
    self.traceback = traceback
    self.phase = phase
  }
}
