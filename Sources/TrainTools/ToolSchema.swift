internal import AgentProtocol
internal import EmbeddedFiles
internal import JSON

/// The schemas that are embedded, parsed.
enum ToolSchema {
  /// What a client is told of a tool, from its two schema files.
  static func definition(
    name: String, input: EmbeddedFile, output: EmbeddedFile, annotations: ToolDefinition.Annotations
  ) -> ToolDefinition {
    ToolDefinition(
      name: name, inputSchema: parse(input), outputSchema: parse(output), annotations: annotations)
  }

  private static func parse(_ file: EmbeddedFile) -> JSONObject {
    do throws(JSONSyntaxError) {
      if let object = try JSONParser.parse(file.text).object { return object }
      preconditionFailure("\(file.path) holds no object")
    } catch {
      preconditionFailure("\(file.path): \(error)")
    }
  }
}
