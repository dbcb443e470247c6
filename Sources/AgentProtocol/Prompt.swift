/// A text that a user can have put before a model, made of what the user says.
package protocol Prompt: Sendable {
  /// What the client is told of it.
  var definition: PromptDefinition { get }

  /// The messages. The required arguments are there, and none is empty or unknown.
  ///
  /// - Throws: `BadArguments` for what the caller can mend; `CancellationError`; anything else is a fault of ours.
  func messages(_ arguments: [String: String]) async throws -> [PromptMessage]
}
