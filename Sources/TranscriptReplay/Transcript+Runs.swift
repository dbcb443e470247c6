internal import JSON

extension Transcript {
  /// Whether the client starts a run that is to outlive its server.
  var startsDetachedRuns: Bool {
    entries.contains { entry in
      guard case .client(let message) = entry.kind else { return false }
      return message["params"]?["arguments"]?["detach"] == true
    }
  }
}
