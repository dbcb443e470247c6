import LogReading
import TrainingModel

/// Reads what a training said of its own failure.
enum TrainingErrorReading {
  /// The verdict on the event; never nil when it names an error, so that `unknown` has its message.
  static func candidate(_ error: TrainingErrorEvent, _ facts: FailureFacts) -> Candidate? {
    let head = [error.errorType, error.errorMessage].compactMap { $0 }.joined(separator: ": ")
    guard !head.isEmpty || error.traceback != nil else { return nil }
    let lines = (error.traceback ?? "").split(separator: "\n", omittingEmptySubsequences: false).map {
      LogLine(offset: 0, text: String($0))
    }
    let index =
      facts.log.lastIndex { ByteSearch.has("training_error", in: $0.text) } ?? max(0, facts.log.count - 1)
    var exception = TracebackScanner.exceptions(in: lines).last
    if exception == nil || !head.isEmpty {
      exception = PythonException(
        type: error.errorType ?? exception?.type ?? "Exception",
        lines: head.isEmpty ? exception?.lines ?? [] : [head],
        frames: exception?.frames ?? [], index: index, prefix: "", chain: 0)
    }
    guard let exception else { return nil }
    let scene = FailureScene(text: exception.text, command: facts.command, exception: exception)
    let rule = FailureRule.ofExceptions.firstMatch(scene)
    return Candidate(
      rule: rule ?? unknown, scene: scene, message: exception.headline, index: index,
      score: (rule?.weight ?? 1) * 100 + 600, origin: .event)
  }

  private static let unknown = FailureRule(.unknown, weight: 1, retry: .unknown) { _ in
    ["Read the last lines of the log around this error."]
  }
}
