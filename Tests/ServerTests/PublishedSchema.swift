import AgentProtocol
import JSON
import TestSupport
import Testing

/// The schema that the protocol's authors publish of a revision.
struct PublishedSchema {
  private let definitions: JSONObject

  /// Members whose inside is not the revision's: it is ours, or that of JSON Schema or an extension.
  private static let free: Set<String> = [
    "_meta", "structuredContent", "inputSchema", "outputSchema", "data", "experimental", "extensions",
  ]

  init(_ revision: String) throws {
    let document = try JSONParser.parse(try Repository.bytes("Tests/Interop/schemas/\(revision).json"))
    definitions = try #require((document["$defs"] ?? document["definitions"])?.object)
  }

  /// The methods that a client may call.
  var methods: Set<String> {
    Set(
      (definitions["ClientRequest"]?["anyOf"]?.array ?? []).compactMap {
        definition($0["$ref"]?.string ?? "")["properties"]?["method"]?["const"]?.string
      })
  }

  /// What is wrong with a result: what it lacks, what has a wrong form, and what the revision does not know.
  func problems(result: JSONValue, of method: String) -> [String] {
    let request = name(ofMethod: method, ending: "Request")
    let name = request.map { $0.dropLast("Request".count) + "Result" } ?? ""
    return problems(result, definitions[name] == nil ? "EmptyResult" : name)
  }

  /// The same of a notification or a request of the server's.
  func problems(call: JSONValue) -> [String] {
    let method = call["method"]?.string ?? ""
    let ending = call["id"] == nil ? "Notification" : "Request"
    guard let name = name(ofMethod: method, ending: ending) else {
      return ["\(method): there is no such method"]
    }
    return problems(call, name)
  }

  /// The same of an error.
  func problems(error: JSONValue) -> [String] {
    problems(error, definitions["JSONRPCErrorResponse"] == nil ? "JSONRPCError" : "JSONRPCErrorResponse")
  }

  private func problems(_ value: JSONValue, _ name: String) -> [String] {
    let reference: JSONObject = ["$ref": .string("#/$defs/\(name)")]
    let misfits = misfits(value, reference)
    return (misfits.isEmpty ? strangers(value, reference, name) : misfits)
  }

  private func name(ofMethod method: String, ending: String) -> String? {
    definitions.members.first {
      $0.name.hasSuffix(ending) && $0.value["properties"]?["method"]?["const"]?.string == method
    }?.name
  }

  private func definition(_ reference: String) -> JSONObject {
    definitions[reference.split(separator: "/").last.map(String.init) ?? ""]?.object ?? [:]
  }

  private func misfits(_ value: JSONValue, _ schema: JSONObject) -> [String] {
    var root = schema
    root["$defs"] = .object(definitions)
    return SchemaChecker(schema: root).problems(with: value).map(\.description)
  }

  /// The members that no form of the schema names.
  private func strangers(_ value: JSONValue, _ schema: JSONObject, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.string { return strangers(value, definition(reference), path) }
    if let forms = schema["anyOf"]?.array?.compactMap(\.object) {
      // Of those that it fits, the one that knows most of it.
      return forms.filter { misfits(value, $0).isEmpty }.map { strangers(value, $0, path) }
        .min { $0.count < $1.count } ?? []
    }
    if let elements = value.array, let item = schema["items"]?.object {
      return elements.flatMap { strangers($0, item, path + "[]") }
    }
    guard let object = value.object, let properties = schema["properties"]?.object else { return [] }
    // What all messages have some revisions say beside the definition of each.
    return object.members.filter { $0.name != "jsonrpc" }.flatMap { member -> [String] in
      let inside = "\(path).\(member.name)"
      guard let property = properties[member.name]?.object else {
        return ["\(inside) is not of this revision"]
      }
      return Self.free.contains(member.name) ? [] : strangers(member.value, property, inside)
    }
  }
}
