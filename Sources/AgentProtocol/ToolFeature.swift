internal import JSON
internal import JSONRPC

/// `tools`: what a model can call.
package struct ToolFeature: Feature {
  private let tools: [any Tool]
  private let icons: [Icon]
  /// What is needed to ask users; nil where nobody is ever asked.
  private var questions: UserQuestions?

  package init(_ tools: [any Tool], icons: [Icon] = []) {
    self.tools = tools
    self.icons = icons
  }

  /// The same, whose tools can ask users.
  package func asking(_ questions: UserQuestions) -> ToolFeature {
    var feature = self
    feature.questions = questions
    return feature
  }

  package func capability(for revision: ProtocolRevision) -> Capability? { .core("tools") }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    ["tools/list": .immediate(list), "tools/call": .deferred(call)]
  }

  private func list(_ params: JSONObject, _ context: CallContext) throws(RPCError) -> MethodResult {
    try FirstPage.require(params)
    let list = tools.map { $0.definition.json(for: context.caller.revision, icons: icons) }
    return MethodResult(["tools": .array(list)], caching: .catalog)
  }

  private func call(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    guard let name = params["name"]?.string else {
      throw RPCError.invalidParams("tools/call needs a name, a string.")
    }
    guard let tool = tools.first(where: { $0.definition.name == name }) else {
      let known = tools.map(\.definition.name).joined(separator: ", ")
      throw RPCError.invalidParams("There is no tool '\(name.prefix(100))'; there are: \(known).")
    }
    let arguments: JSONObject
    switch params["arguments"] {
    case nil, .null: arguments = [:]
    case .object(let object): arguments = object
    default: throw RPCError.invalidParams("The arguments of tools/call must be an object.")
    }
    var context = context
    context.inquiry = questions.map {
      CallInquiry(
        tool: name, arguments: arguments, state: params["requestState"],
        responses: params["inputResponses"]?.object ?? [:], questions: $0)
    }
    do {
      switch try await run(tool, arguments, context) {
      case .result(let result): return MethodResult(result.json(for: context.caller.revision))
      case .task(let task):
        guard context.takesTasks else { throw TaskFeature.notDeclared }
        return task.creation
      }
    } catch let question as InputRequired {
      return question.result
    }
  }

  private func run(
    _ tool: any Tool, _ arguments: JSONObject, _ context: CallContext
  ) async throws -> ToolOutcome {
    let definition = tool.definition
    let problems =
      SchemaChecker(schema: definition.inputSchema).problems(with: .object(arguments))
      + tool.problems(with: arguments)
    do {
      guard problems.isEmpty else {
        throw ToolFailure.invalidArguments(tool: definition.name, problems)
      }
      return try await tool.outcome(of: arguments, context: context)
    } catch let failure as ToolFailure {
      return .result(failure.result)
    }
  }
}
