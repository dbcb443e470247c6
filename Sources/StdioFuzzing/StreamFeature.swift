internal import AgentProtocol
internal import JSON

/// A call that goes on until its client, or the server, wants no more of it.
struct StreamFeature: Feature {
  func capability(for revision: ProtocolRevision) -> Capability? { .core("resources") }

  func methods(for revision: ProtocolRevision) -> [String: Method] {
    [
      "subscriptions/listen": .stream { _, _ in
        // Both ends are the same to it: whoever cancels, there is one last result.
        try? await PatientTool.untilCancelled()
        return MethodResult([:])
      }
    ]
  }
}
