import JSON
import Platform
import Testing

/// The example messages that `OfficialExampleTests` reads.
enum OfficialExamples {
  static let directory = Environment.current["SIGNALBOX_MCP_EXAMPLES"].flatMap { $0.isEmpty ? nil : $0 }

  struct Example {
    /// The type of the schema that it is an example of, and the name of its file.
    let name: String
    let bytes: [UInt8]
    let json: JSONValue
  }

  static func all() throws -> [Example] {
    let directory = try #require(directory)
    return try FileSystem.entries(of: directory).sorted().flatMap { type in
      try FileSystem.entries(of: "\(directory)/\(type)").sorted().map { file in
        let bytes = try FileSystem.read("\(directory)/\(type)/\(file)")
        return Example(name: "\(type)/\(file)", bytes: bytes, json: try JSONParser.parse(bytes))
      }
    }
  }
}
