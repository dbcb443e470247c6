package import JSON
package import TrainingModel

/// How a server says that a run ended.
package struct Verdict: Hashable, Sendable {
  package var status: ProcessStatus?
  package var reason: EndReason?
  package var exitCode: Int32?
  package var signal: String?
  /// Seconds.
  package var duration: Double?

  package init(
    _ status: ProcessStatus?, _ reason: EndReason?, exitCode: Int32? = nil, signal: String? = nil,
    duration: Double? = nil
  ) {
    self.status = status
    self.reason = reason
    self.exitCode = exitCode
    self.signal = signal
    self.duration = duration
  }

  /// - Parameter content: the `structuredContent` of an answer.
  package init(_ content: JSONObject) {
    self.init(
      content["process_status"]?.string.flatMap(ProcessStatus.init),
      content["end_reason"]?.string.flatMap(EndReason.init),
      exitCode: content["exit_code"]?.integer.flatMap(Int32.init(exactly:)),
      signal: content["signal"]?.string, duration: content["duration_s"]?.double)
  }
}

extension Verdict: CustomStringConvertible {
  package var description: String {
    var text = "\(status?.rawValue ?? "no status")/\(reason?.rawValue ?? "no reason")"
    if let exitCode { text += ", exit code \(exitCode)" }
    if let signal { text += ", \(signal)" }
    return text
  }
}
