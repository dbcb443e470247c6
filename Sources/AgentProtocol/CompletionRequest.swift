internal import JSON
internal import JSONRPC

/// What a user is typing, and where.
package struct CompletionRequest: Hashable, Sendable {
  package enum Reference: Hashable, Sendable, CustomStringConvertible {
    /// A prompt by its name.
    case prompt(String)
    /// Resources by their URI template.
    case resource(template: String)

    package var description: String {
      switch self {
      case .prompt(let name): "the prompt '\(name.prefix(100))'"
      case .resource(let template): "the resource template '\(template.prefix(200))'"
      }
    }
  }

  package let reference: Reference
  /// The argument or the variable of the template.
  package let argument: String
  /// What is typed so far.
  package let value: String
  /// Arguments that have their values already.
  package let others: [String: String]

  package init(reference: Reference, argument: String, value: String, others: [String: String] = [:]) {
    self.reference = reference
    self.argument = argument
    self.value = value
    self.others = others
  }

  /// - Throws: `RPCError` -32602 that names everything that is wrong.
  init(_ params: JSONObject) throws(RPCError) {
    var problems: [ArgumentProblem] = []
    let reference: Reference? =
      switch (params["ref"]?["type"]?.string, params["ref"]?["name"]?.string, params["ref"]?["uri"]?.string) {
      case ("ref/prompt", let name?, _): .prompt(name)
      case ("ref/resource", _, let uri?): .resource(template: uri)
      default: nil
      }
    if reference == nil {
      problems.append(
        ArgumentProblem(
          "ref", "must be {type: \"ref/prompt\", name} or {type: \"ref/resource\", uri}, with texts"))
    }
    let (argument, value) = (params["argument"]?["name"]?.string, params["argument"]?["value"]?.string)
    if argument == nil { problems.append(ArgumentProblem("argument.name", "is required, a string")) }
    if value == nil { problems.append(ArgumentProblem("argument.value", "is required, a string")) }
    let others = params["context"]?["arguments"]?.object ?? [:]
    for member in others.members where member.value.string == nil {
      problems.append(ArgumentProblem("context.arguments.\(member.name)", "must be a string"))
    }
    guard problems.isEmpty, let reference, let argument, let value else {
      throw .invalidParams(BadArguments(problems).text(about: "completion/complete"))
    }
    self.init(
      reference: reference, argument: argument, value: value,
      others: Dictionary(
        others.members.compactMap { member in member.value.string.map { (member.name, $0) } },
        uniquingKeysWith: { $1 }))
  }
}
