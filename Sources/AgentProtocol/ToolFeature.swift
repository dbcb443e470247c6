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
    let named = try NamedCall(params, of: "tools/call", kind: "tool", names: tools.map(\.definition.name))
    let tool = tools[named.index]
    var context = context
    context.inquiry = questions.map {
      CallInquiry(
        tool: tool.definition.name, arguments: named.arguments, state: params["requestState"],
        responses: params["inputResponses"]?.object ?? [:], questions: $0)
    }
    do {
      switch try await run(tool, named.arguments, context) {
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
    _ tool: any Tool, _ given: JSONObject, _ context: CallContext
  ) async throws -> ToolOutcome {
    let definition = tool.definition
    let checker = SchemaChecker(schema: definition.inputSchema)
    let arguments = checker.withoutAbsent(given)
    let problems = checker.problems(with: .object(arguments)) + tool.problems(with: arguments)
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
