internal import JSON
package import JSONRPC

/// `io.modelcontextprotocol/tasks`: calls that are answered with a task, which goes on after its request.
///
/// The experimental tasks of 2025-11-25 are another thing of the same name and are not served.
package struct TaskFeature: Feature {
  /// The name under which clients declare the extension, with every request.
  package static let name = "io.modelcontextprotocol/tasks"

  private let store: any TaskStore

  package init(_ store: any TaskStore) { self.store = store }

  package func capability(for revision: ProtocolRevision) -> Capability? {
    revision.hasExtensions ? .extension(Self.name) : nil
  }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    [
      "tasks/get": .deferred { params, context in
        let id = try Self.identifier(params, context)
        guard let task = try await store.task(id) else { throw Self.unknown(id) }
        return MethodResult(task.detailed(for: context.caller.revision))
      },
      "tasks/update": .deferred { params, context in
        let id = try Self.identifier(params, context)
        guard params["inputResponses"]?.object != nil else {
          throw RPCError.invalidParams("tasks/update needs inputResponses, an object.")
        }
        // No task of ours asks anything, so every response is one to be passed over.
        guard try await store.task(id) != nil else { throw Self.unknown(id) }
        return MethodResult([:])
      },
      "tasks/cancel": .deferred { params, context in
        let id = try Self.identifier(params, context)
        guard try await store.cancel(id) else { throw Self.unknown(id) }
        return MethodResult([:])
      },
    ]
  }

  /// What a caller is told that does not declare the extension with this request.
  package static let notDeclared = RPCError(
    code: -32021, message: "Missing required client capability: the extension \(name).",
    data: ["requiredCapabilities": ["extensions": .object([name: [:]])]])

  private static func identifier(_ params: JSONObject, _ context: CallContext) throws(RPCError) -> String {
    guard context.takesTasks else { throw notDeclared }
    guard let id = params["taskId"]?.string else { throw .invalidParams("taskId is required, a string.") }
    return id
  }

  private static func unknown(_ id: String) -> RPCError {
    .invalidParams("There is no task '\(id.prefix(100))'; it may have been pruned.")
  }
}
