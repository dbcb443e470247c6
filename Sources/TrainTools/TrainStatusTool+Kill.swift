internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

extension TrainStatusTool {
  /// Seconds that the call may take in all, where its user is asked first: most clients give it up after 60.
  private static let longestKill = 55.0
  /// Seconds after which a kill answers although processes are left; their supervisor goes on.
  private static let longestStop = 45.0

  /// Seconds that the stop is waited for.
  ///
  /// - Parameter elapsed: seconds that the call has taken so far, for the most part its user's.
  static func secondsToStop(after elapsed: Double) -> Double {
    max(0, min(longestStop, longestKill - elapsed))
  }

  func kill(_ id: String, grace: Double?, _ context: CallContext) async throws -> ToolResult {
    let time = CallTime()
    if let foreign = try await registry.foreignRun(id),
      try await context.confirm(.kill(foreign)) == .declined
    {
      return try await notKilled(foreign.id.rawValue)
    }
    let stop = try await registry.requestStop(of: id, grace: grace)
    let elapsed = time.elapsed
    let seconds = Self.secondsToStop(after: elapsed)
    let picture = try await registry.waitForEnd(
      of: stop.id, seconds: seconds,
      onBeat: ProgressMessage.beat(context.progress, total: elapsed + seconds, after: elapsed))
    var object = picture.json
    object.append("already_ended", .bool(stop.hadEnded))
    let prefix = stop.hadEnded ? "Nothing was done: the run had ended before.\n" : ""
    return ToolResult(structuredContent: object, text: prefix + picture.text())
  }

  /// How things stand when the user does not want it.
  private func notKilled(_ id: String) async throws -> ToolResult {
    let picture = try await registry.picture(of: id)
    var object = picture.json
    object.append("already_ended", .bool(picture.status.isEnded))
    object.append("declined", true)
    return ToolResult(
      structuredContent: object,
      text: "Nothing was done: the user does not want this run to be stopped. Do not ask again.\n"
        + picture.text())
  }
}
