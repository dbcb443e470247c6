internal import AgentProtocol
internal import JSON
internal import JSONRPC
internal import Synchronization

/// A tool that says its arguments again, or never answers until it is cancelled.
struct PatientTool: Tool {
  /// The name of the one that waits.
  static let waitingName = "wait"

  let definition: ToolDefinition
  private let waiting: WaitingCalls?

  /// - Parameter waiting: takes the calls that wait; nil for a tool that does not.
  init(_ name: String, schema: JSONObject, waiting: WaitingCalls? = nil) {
    definition = ToolDefinition(
      name: name, inputSchema: schema, outputSchema: ["type": "object"],
      annotations: .init(readOnly: true, destructive: false, idempotent: true, openWorld: false))
    self.waiting = waiting
  }

  func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    context.progress?.report(1, total: 2, message: "half")
    if let waiting {
      if let id = context.id { waiting.add(id) }
      try await Self.untilCancelled()
    }
    return ToolResult(structuredContent: ["got": .object(arguments)], text: "Got it.")
  }

  /// Returns when the task is cancelled, with an error.
  static func untilCancelled() async throws {
    let place = Place()
    await withTaskCancellationHandler {
      await withCheckedContinuation { place.wait($0) }
    } onCancel: {
      place.leave()
    }
    try Task.checkCancellation()
  }

  /// Where one call waits.
  private final class Place: Sendable {
    private enum State {
      case empty, left
      case waiting(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.empty)

    func wait(_ continuation: CheckedContinuation<Void, Never>) {
      let hasLeft = state.withLock { state in
        if case .left = state { return true }
        state = .waiting(continuation)
        return false
      }
      if hasLeft { continuation.resume() }
    }

    func leave() {
      let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
        defer { state = .left }
        if case .waiting(let continuation) = state { return continuation }
        return nil
      }
      continuation?.resume()
    }
  }
}
