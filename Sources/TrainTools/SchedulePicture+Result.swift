internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingService

extension SchedulePicture {
  /// The picture as an answer.
  func result(saying sentence: String? = nil, next: String) -> ToolResult {
    var object = json
    object.append("next", .string(next))
    let lines = (sentence.map { [$0] } ?? []) + textLines + ["Next: \(next)"]
    return ToolResult(structuredContent: object, text: lines.joined(separator: "\n"))
  }
}
