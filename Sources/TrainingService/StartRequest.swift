package import Scheduling
package import TrainingModel

/// What a caller wants started.
package struct StartRequest: Sendable {
  package var training: TrainingCommand
  package var detach: Bool
  package var idempotencyKey: String?
  /// To be handed to the training.
  package var trace: TraceContext?

  package init(
    _ training: TrainingCommand, detach: Bool = false, idempotencyKey: String? = nil,
    trace: TraceContext? = nil
  ) {
    self.training = training
    self.detach = detach
    self.idempotencyKey = idempotencyKey
    self.trace = trace
  }
}
