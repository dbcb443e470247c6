internal import JSON
package import TrainingModel

/// One line of a run's `control` FIFO: somebody wants the run to end.
///
/// A line is shorter than PIPE_BUF, so lines of several writers do not mix: pipe(7).
package struct StopRequest: Hashable, Sendable {
  package let reason: StopReason
  /// Seconds between SIGTERM and SIGKILL; nil leaves it at what the run was started with.
  package let grace: Double?

  /// A member of its own, so that a supervisor of an older version stops the run all the same.
  private static let cancellation = "cancels_task"

  package init(reason: StopReason, grace: Double? = nil) {
    self.reason = reason
    self.grace = grace
  }

  /// Reads one line; nil when it is no request.
  package init?(line: ArraySlice<UInt8>) {
    // A line that somebody else wrote into the FIFO is none of ours.
    guard let json = try? JSONParser.parse(line),
      let reason = json["stop"]?.string.flatMap(StopReason.init)
    else { return nil }
    let isCancellation = reason == .killRequested && json[Self.cancellation]?.bool == true
    self.init(reason: isCancellation ? .taskCancelled : reason, grace: json["grace_s"]?.double)
  }

  /// The request as a line, line end included.
  package var line: [UInt8] {
    var object: JSONObject = ["stop": .string(reason.endReason.rawValue)]
    object.append("grace_s", ifKnown: grace.map(JSONValue.number))
    if reason == .taskCancelled { object.append(Self.cancellation, true) }
    return JSONWriter.bytes(.object(object)) + [UInt8(ascii: "\n")]
  }
}
