package import Scheduling

/// What a caller wants started.
package struct StartRequest: Sendable {
  package var training: TrainingCommand
  package var detach: Bool
  package var idempotencyKey: String?
  /// W3C trace context to hand to the training.
  package var traceParent: String?

  package init(
    _ training: TrainingCommand, detach: Bool = false, idempotencyKey: String? = nil,
    traceParent: String? = nil
  ) {
    self.training = training
    self.detach = detach
    self.idempotencyKey = idempotencyKey
    self.traceParent = traceParent
  }
}
