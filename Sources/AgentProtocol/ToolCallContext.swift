/// What a call brings besides its arguments.
package struct ToolCallContext: Sendable {
  /// nil when the caller does not want to hear of progress.
  package let progress: ProgressReporter?
  /// W3C trace context of the caller, unchecked.
  package let traceParent: String?

  package init(progress: ProgressReporter? = nil, traceParent: String? = nil) {
    self.progress = progress
    self.traceParent = traceParent
  }
}
