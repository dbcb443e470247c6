import AgentProtocol
import JSON
import TestSupport
import Testing

/// The schemas of the repository.
enum Schemas {
  /// What keeps an answer from being one of a tool.
  static func problems(_ result: ToolResult, _ tool: String) throws -> [String] {
    let schema = try #require(try JSONParser.parse(try Repository.text("schemas/\(tool).output.json")).object)
    return SchemaChecker(schema: schema).problems(with: .object(result.structuredContent)).map(\.description)
  }
}
