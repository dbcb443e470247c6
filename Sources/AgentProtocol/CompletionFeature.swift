internal import JSON
internal import JSONRPC

/// `completions`: suggestions while a user fills in a prompt or a URI.
package struct CompletionFeature: Feature {
  private let source: any CompletionSource

  package init(_ source: any CompletionSource) { self.source = source }

  package func capability(for revision: ProtocolRevision) -> Capability? {
    revision.hasCompletions ? .core("completions") : nil
  }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    ["completion/complete": .deferred(complete)]
  }

  private func complete(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    let request = try CompletionRequest(params)
    guard let completion = try await source.completion(for: request) else {
      throw RPCError.invalidParams(
        "There is no argument '\(request.argument.prefix(100))' of \(request.reference).")
    }
    return MethodResult(["completion": completion.json])
  }
}
