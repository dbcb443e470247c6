package import JSON

/// What the peer answers to a question of ours.
package struct Response: Hashable, Sendable {
  /// As it came: nothing about the peer's results and errors is taken for granted.
  package enum Outcome: Hashable, Sendable {
    case result(JSONValue)
    case error(JSONValue)
  }

  /// nil where the peer could not read ours.
  package let id: RequestID?
  package let outcome: Outcome

  package init(id: RequestID?, outcome: Outcome) {
    self.id = id
    self.outcome = outcome
  }
}
