/// Whether what came due and may run has a reason to.
package struct TrainingDecision: Hashable, Sendable {
  package let verdict: Verdict
  /// Why it is not started; of what is started, what is to be known about its data, nil where that is nothing.
  package let message: String?
  /// The data as they were before it was started, or before that was decided against.
  package let data: DataState?

  /// What becomes of it.
  package enum Verdict: Hashable, Sendable {
    case start
    case skip(ExecutionReason)
    case fail(ExecutionReason)
  }

  package init(_ verdict: Verdict, message: String? = nil, data: DataState? = nil) {
    self.verdict = verdict
    self.message = message
    self.data = data
  }

  /// Where nobody asked for more than a due time.
  package static let start = TrainingDecision(.start)
}
