import JSON
import TestSupport
import Testing
import TranscriptReplay

/// Requests of 2026-07-28 to the server of a yard, with what each declares.
struct ModernClient {
  let yard: Yard
  var capabilities: JSONObject = [:]

  static func takingTasks(_ yard: Yard) -> ModernClient {
    ModernClient(yard: yard, capabilities: ["extensions": ["io.modelcontextprotocol/tasks": [:]]])
  }

  func request(_ method: String, _ params: JSONObject = [:]) throws -> JSONObject {
    var params = params
    params["_meta"] = [
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": .object(capabilities),
    ]
    return try yard.client.request(method, params)
  }

  func call(_ tool: String, _ arguments: JSONObject, _ more: JSONObject = [:]) throws -> JSONObject {
    var params = more
    params["name"] = .string(tool)
    params["arguments"] = .object(arguments)
    return try request("tools/call", params)
  }

  /// Starts a training that is answered with a task, and gives that.
  func startTask(_ command: JSONValue, _ more: JSONObject = [:]) throws -> JSONObject {
    var arguments = more
    arguments["command"] = command
    let task = try call("train_start", arguments)
    try #require(task["resultType"] == "task", "\(task)")
    return task
  }

  func task(_ id: JSONValue?) throws -> JSONObject {
    try request("tasks/get", ["taskId": try #require(id)])
  }

  /// Waits until a task has ended.
  func end(ofTask id: JSONValue?) throws -> JSONObject {
    try blockUntil("the task has ended") { try task(id)["status"] != "working" }
    return try task(id)
  }
}
