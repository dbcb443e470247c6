internal import JSON
internal import JSONRPC

/// `prompts`: texts that a user can pick.
package struct PromptFeature: Feature {
  private let prompts: [any Prompt]
  private let icons: [Icon]

  package init(_ prompts: [any Prompt], icons: [Icon] = []) {
    self.prompts = prompts
    self.icons = icons
  }

  package func capability(for revision: ProtocolRevision) -> Capability? { .core("prompts") }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    ["prompts/list": .immediate(list), "prompts/get": .deferred(get)]
  }

  private func list(_ params: JSONObject, _ context: CallContext) throws(RPCError) -> MethodResult {
    try FirstPage.require(params)
    let list = prompts.map { $0.definition.json(for: context.caller.revision, icons: icons) }
    return MethodResult(["prompts": .array(list)], caching: .catalog)
  }

  private func get(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    let names = prompts.map(\.definition.name)
    let named = try NamedCall(params, of: "prompts/get", kind: "prompt", names: names)
    let prompt = prompts[named.index]
    do {
      let arguments = try Self.arguments(of: prompt.definition, named.arguments.withoutNulls())
      let messages = try await prompt.messages(arguments)
      return MethodResult([
        "description": .string(prompt.definition.description), "messages": .array(messages.map(\.json)),
      ])
    } catch let error as BadArguments {
      throw RPCError.invalidParams(error.text(about: "The prompt \(names[named.index])"))
    }
  }

  /// The arguments that say something: hosts send an empty text for a field that was left empty.
  private static func arguments(
    of definition: PromptDefinition, _ given: JSONObject
  ) throws(BadArguments) -> [String: String] {
    var problems: [ArgumentProblem] = []
    var arguments: [String: String] = [:]
    let names = definition.arguments.map(\.name)
    for member in given.members {
      if !names.contains(member.name) {
        let known = names.isEmpty ? "none" : names.joined(separator: ", ")
        problems.append(ArgumentProblem(member.name, "is not an argument here; there are: \(known)"))
      } else if let text = member.value.string {
        if !text.isEmpty { arguments[member.name] = text }
      } else {
        problems.append(ArgumentProblem(member.name, "must be a string"))
      }
    }
    for argument in definition.arguments
    where argument.isRequired && arguments[argument.name] == nil
      && !problems.contains(where: { $0.argument == argument.name })
    {
      problems.append(ArgumentProblem(argument.name, "is required: \(argument.description)"))
    }
    guard problems.isEmpty else { throw BadArguments(problems) }
    return arguments
  }
}
