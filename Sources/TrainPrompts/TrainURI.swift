/// The URIs under which runs and schedules are known to clients.
enum TrainURI {
  /// The variables of every URI template, each with what its values are; nil where nothing can be suggested.
  static let variables: [String: [String: CompletionKind?]] = [
    "train://runs/{process_id}": ["process_id": .run],
    "train://runs/{process_id}/log{?offset,limit}": ["process_id": .run, "offset": nil, "limit": nil],
    "train://runs/{process_id}/metrics": ["process_id": .run],
    "train://schedules/{schedule_id}": ["schedule_id": .schedule],
  ]

  static func run(_ id: String) -> String { "train://runs/\(id)" }
}
