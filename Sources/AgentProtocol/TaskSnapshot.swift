package import JSON

/// How work that outlives its request stands at one moment (`Task` of the tasks extension).
///
/// The extension's `failed`, for work that ended with a JSON-RPC error, and `input_required` are not here: a tool that
/// has answered with a task ends with a result, and asks its questions before.
package struct TaskSnapshot: Hashable, Sendable {
  /// Where it stands, with what belongs to it.
  package enum Status: Hashable, Sendable {
    case working
    /// With the result that the call would have had; that of a failure too.
    case completed(ToolResult)
    case cancelled
  }

  /// Nobody can guess it: who knows it may ask and cancel.
  package let id: String
  package let status: Status
  /// One line for people and models.
  package let message: String
  /// RFC 3339.
  package let createdAt: String
  /// RFC 3339.
  package let lastUpdatedAt: String
  /// After how many milliseconds it is worth to ask again.
  package let pollInterval: Int

  package init(
    id: String, status: Status, message: String, createdAt: String, lastUpdatedAt: String, pollInterval: Int
  ) {
    self.id = id
    self.status = status
    self.message = message
    self.createdAt = createdAt
    self.lastUpdatedAt = lastUpdatedAt
    self.pollInterval = pollInterval
  }

  /// What a call is answered with that goes on as this task: `CreateTaskResult`, which never holds the result.
  var creation: MethodResult { MethodResult(members, kind: .task) }

  /// All of it, as `tasks/get` answers: `DetailedTask`.
  package func detailed(for revision: ProtocolRevision) -> JSONObject {
    var object = members
    if case .completed(let result) = status {
      var inlined = result.json(for: revision)
      inlined.append("resultType", .string(MethodResult.Kind.complete.rawValue))
      object.append("result", .object(inlined))
    }
    return object
  }

  private var members: JSONObject {
    [
      "taskId": .string(id),
      "status": .string(word),
      "statusMessage": .string(message),
      "createdAt": .string(createdAt),
      "lastUpdatedAt": .string(lastUpdatedAt),
      // Kept for no fixed time.
      "ttlMs": .null,
      "pollIntervalMs": .integer(Int64(pollInterval)),
    ]
  }

  private var word: String {
    switch status {
    case .working: "working"
    case .completed: "completed"
    case .cancelled: "cancelled"
    }
  }
}
