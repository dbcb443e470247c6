import AgentProtocol

/// A prompt that says what it was told.
struct PromptDouble: Prompt {
  let definition: PromptDefinition

  init(
    _ name: String = "explain",
    arguments: [PromptDefinition.Argument] = [
      .init(name: "run", description: "The run.", isRequired: true),
      .init(name: "depth", description: "How deep.", isRequired: false),
      .init(name: "reader", description: "For whom.", isRequired: true),
    ]
  ) {
    definition = PromptDefinition(
      name: name, title: "Explain It", description: "Explains it.", arguments: arguments)
  }

  func messages(_ arguments: [String: String]) async throws -> [PromptMessage] {
    guard arguments["run"] != "gone" else {
      throw BadArguments([ArgumentProblem("run", "is not there"), ArgumentProblem("reader", "is asleep")])
    }
    let told = arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return [
      PromptMessage(.text(told.joined(separator: " "))),
      PromptMessage(role: .assistant, .resource(uri: "x://y", mimeType: "text/plain", text: "z")),
    ]
  }
}
