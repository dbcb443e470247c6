internal import AgentProtocol
internal import TrainingModel

extension TraceContext {
  /// What is well-formed of a request's trace; nil when that is nothing.
  init?(_ meta: TraceMeta) {
    self.init(traceParent: meta.parent, traceState: meta.state, baggage: meta.baggage)
  }
}
