internal import JSON
internal import TestSupport

/// Values that a JSON Schema takes, or nearly: arguments by which a call gets past the door.
enum SchemaSample {
  static func value(of schema: JSONObject, _ random: inout SeededGenerator, depth: Int = 0) -> JSONValue {
    if let words = schema["enum"]?.array, let word = words.randomElement(using: &random) { return word }
    if let constant = schema["const"] { return constant }
    let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string ?? "string"]
    switch types.randomElement(using: &random) ?? "string" {
    case "object": return object(schema, &random, depth)
    case "array":
      guard depth < 6, let items = schema["items"]?.object else { return [] }
      let count = Int.random(in: 1...2, using: &random)
      return .array((0..<count).map { _ in value(of: items, &random, depth: depth + 1) })
    case "integer":
      let least = schema["minimum"]?.integer ?? 0
      return .integer(
        min(least + Int64.random(in: 0...30, using: &random), schema["maximum"]?.integer ?? .max))
    case "number": return .number(schema["minimum"]?.double ?? 0.5)
    case "boolean": return .bool(Bool.random(using: &random))
    case "null": return .null
    default: return .string(texts.randomElement(using: &random) ?? "x")
    }
  }

  private static func object(
    _ schema: JSONObject, _ random: inout SeededGenerator, _ depth: Int
  ) -> JSONValue {
    let required = Set(schema["required"]?.array?.compactMap(\.string) ?? [])
    var object: JSONObject = [:]
    for member in schema["properties"]?.object?.members ?? [] where depth < 6 {
      guard required.contains(member.name) || Int.random(in: 0..<4, using: &random) == 0,
        let inner = member.value.object
      else { continue }
      object.append(member.name, value(of: inner, &random, depth: depth + 1))
    }
    return .object(object)
  }

  /// None of them is a program: what is started fails at once.
  private static let texts = [
    "x", "train-never-was", "schedule-never-was", "oldest", "*/5 * * * *", "UTC", "2026-11-21T03:40:00Z", "/",
    "no-such-program", "loss", "ü",
  ]
}
