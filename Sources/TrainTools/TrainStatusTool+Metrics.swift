internal import AgentProtocol
internal import JSON
internal import MetricCurves
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

extension TrainStatusTool {
  /// Of so many metrics all curves are shown when none is named; of more only a line each.
  private static let mostCurves = 6
  private static let usualPoints = 20

  func metrics(of id: String, _ arguments: Arguments) async throws -> ToolResult {
    let names = arguments.strings("names").map(Set.init)
    let reply = try await registry.metrics(
      of: id, MetricQuery(names: names, since: arguments.integer("since").map(Int64.init)))
    let showsPoints = names != nil || reply.names.count <= Self.mostCurves
    guard showsPoints else { return Self.result(of: reply, points: nil) }
    return try await AnswerBudget.page(of: arguments.integer("max_points") ?? Self.usualPoints) { points in
      // Two are the ends of a curve; fewer are none.
      Self.result(of: reply, points: points < 2 ? nil : points)
    }
  }

  /// - Parameter limit: points of each curve; nil for none.
  private static func result(of reply: MetricReply, points limit: Int?) -> ToolResult {
    let next = NextStep.after(reply, showsPoints: limit != nil)
    var object: JSONObject = [
      "process_id": .string(reply.id.rawValue), "process_status": .string(reply.status.rawValue),
      "curves": .array(reply.curves.map { .object($0.json(points: limit, from: reply.since)) }),
      "metric_names": .array(reply.names.map(JSONValue.string)),
    ]
    if !reply.unknownNames.isEmpty {
      object.append("unknown_names", .array(reply.unknownNames.map(JSONValue.string)))
    }
    object.append("next_since", .integer(reply.nextSince))
    object.append("next", .string(next))
    var lines = ["Metrics of \(reply.id) (\(reply.status.rawValue)):"]
    if reply.curves.isEmpty { lines = ["\(reply.id) (\(reply.status.rawValue)) has no metrics to show."] }
    lines += reply.curves.flatMap { $0.textLines(points: limit, from: reply.since) }
    if !reply.unknownNames.isEmpty {
      lines.append(
        "Not in the log: \(reply.unknownNames.joined(separator: ", ")). There are: \(reply.names.joined(separator: ", "))."
      )
    }
    return ToolResult(
      structuredContent: object, text: (lines + ["Next: \(next)"]).joined(separator: "\n"))
  }
}
