package import JSON

/// Holds a value against a JSON Schema (2020-12) and names everything that does not fit.
///
/// It knows the keywords that this server's schemas use, which a test holds to: type, properties, required,
/// additionalProperties, items, enum, const, minimum, maximum, exclusiveMinimum, minLength, maxLength,
/// minItems, maxItems, anyOf, $ref into $defs; and title, description, default, examples, which assert
/// nothing.
package struct SchemaChecker: Sendable {
  let root: JSONObject

  package init(schema: JSONObject) { root = schema }

  /// Every keyword that is looked at or knowingly passed over.
  package static let keywords: Set<String> = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "default", "examples", "type", "properties",
    "required", "additionalProperties", "items", "enum", "const", "minimum", "maximum", "exclusiveMinimum",
    "minLength", "maxLength", "minItems", "maxItems", "anyOf",
  ]

  /// What is wrong with `value`; nothing when it fits.
  package func problems(with value: JSONValue) -> [ArgumentProblem] {
    problems(with: value, schema: root, path: "")
  }

  private func problems(with value: JSONValue, schema: JSONObject, path: String) -> [ArgumentProblem] {
    if let reference = schema["$ref"]?.string {
      return problems(with: value, schema: definition(reference), path: path)
    }
    func problem(_ text: String) -> [ArgumentProblem] {
      [ArgumentProblem(path.isEmpty ? "(arguments)" : path, text)]
    }
    if let alternatives = schema["anyOf"]?.array {
      let fits = alternatives.contains { alternative in
        problems(with: value, schema: alternative.object ?? [:], path: path).isEmpty
      }
      if !fits { return problem("fits none of the forms that are accepted") }
    }
    if let type = schema["type"], !Self.matches(value, type) {
      return problem("must be \(accepted(schema)), but is \(Self.name(value))")
    }
    if let allowed = schema["enum"]?.array, !allowed.contains(value) {
      return problem("must be \(accepted(schema)), but is \(Self.show(value))")
    }
    if let constant = schema["const"], constant != value {
      return problem("must be \(Self.show(constant)), but is \(Self.show(value))")
    }
    switch value {
    case .integer, .decimal: return isInRange(value, schema) ? [] : problem(rangeText(value, schema))
    case .string(let text): return lengthProblem(text, schema).map(problem) ?? []
    case .array(let elements): return elementProblems(elements, schema: schema, path: path, problem)
    case .object(let object): return memberProblems(object, schema: schema, path: path)
    case .null, .bool: return []
    }
  }

  private func definition(_ reference: String) -> JSONObject {
    let name = reference.split(separator: "/").last.map(String.init) ?? ""
    return root["$defs"]?[name]?.object ?? [:]
  }

  // MARK: Objects and lists

  private func memberProblems(
    _ object: JSONObject, schema: JSONObject, path: String
  ) -> [ArgumentProblem] {
    let properties = schema["properties"]?.object ?? [:]
    func inside(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    var found: [ArgumentProblem] = []
    for name in schema["required"]?.array?.compactMap(\.string) ?? [] where object[name] == nil {
      let expected = properties[name]?.object.map { ": \(accepted($0))" } ?? ""
      found.append(ArgumentProblem(inside(name), "is required\(expected)"))
    }
    for member in object.members {
      if let property = properties[member.name]?.object {
        found += problems(with: member.value, schema: property, path: inside(member.name))
      } else if let additional = schema["additionalProperties"]?.object {
        found += problems(with: member.value, schema: additional, path: inside(member.name))
      } else if schema["additionalProperties"] == false {
        let names = properties.names.joined(separator: ", ")
        found.append(ArgumentProblem(inside(member.name), "is not an argument here; there are: \(names)"))
      }
    }
    return found
  }

  private func elementProblems(
    _ elements: [JSONValue], schema: JSONObject, path: String, _ problem: (String) -> [ArgumentProblem]
  ) -> [ArgumentProblem] {
    if let least = schema["minItems"]?.integer, elements.count < least {
      return problem("must have at least \(least) elements, but has \(elements.count)")
    }
    if let most = schema["maxItems"]?.integer, elements.count > most {
      return problem("must have at most \(most) elements, but has \(elements.count)")
    }
    guard let item = schema["items"]?.object else { return [] }
    return elements.enumerated().flatMap { index, element in
      problems(with: element, schema: item, path: "\(path)[\(index)]")
    }
  }

  // MARK: Numbers and texts

  private func isInRange(_ value: JSONValue, _ schema: JSONObject) -> Bool {
    guard let number = value.double else { return true }
    if let least = schema["minimum"]?.double, number < least { return false }
    if let bound = schema["exclusiveMinimum"]?.double, number <= bound { return false }
    if let most = schema["maximum"]?.double, number > most { return false }
    return true
  }

  private func rangeText(_ value: JSONValue, _ schema: JSONObject) -> String {
    "must be \(accepted(schema)), but is \(Self.show(value))"
  }

  private func lengthProblem(_ text: String, _ schema: JSONObject) -> String? {
    let length = text.unicodeScalars.count
    if let least = schema["minLength"]?.integer, length < least {
      return least == 1 ? "must not be empty" : "must have at least \(least) characters, but has \(length)"
    }
    if let most = schema["maxLength"]?.integer, length > most {
      return "must have at most \(most) characters, but has \(length)"
    }
    return nil
  }

  // MARK: Words

  /// What a schema accepts, in a few words: `an integer from 1 to 600`.
  private func accepted(_ schema: JSONObject) -> String {
    if let allowed = schema["enum"]?.array {
      return "one of \(allowed.map(Self.show).joined(separator: ", "))"
    }
    let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string ?? "a value"]
    let others = types.dropFirst().map(Self.withArticle)
    return ([accepted(types[0], schema)] + others).joined(separator: " or ")
  }

  private func accepted(_ type: String, _ schema: JSONObject) -> String {
    var text = Self.withArticle(type)
    if type == "array", let item = schema["items"]?["type"]?.string { text += " of \(item)s" }
    if let bound = schema["exclusiveMinimum"] {
      text += " above \(Self.show(bound))"
      if let most = schema["maximum"] { text += " and at most \(Self.show(most))" }
      return text
    }
    switch (schema["minimum"], schema["maximum"]) {
    case (let least?, let most?): text += " from \(Self.show(least)) to \(Self.show(most))"
    case (let least?, nil): text += " of at least \(Self.show(least))"
    case (nil, let most?): text += " of at most \(Self.show(most))"
    case (nil, nil): break
    }
    return text
  }

  private static func withArticle(_ type: String) -> String {
    switch type {
    case "array", "integer", "object": "an \(type)"
    case "null", "a value": type
    default: "a \(type)"
    }
  }

  private static func name(_ value: JSONValue) -> String {
    switch value {
    case .string(let text) where Double(text) != nil: "the string \(show(value)) (write it without quotes)"
    case .null, .bool, .integer, .decimal, .string: "\(withArticle(value.typeName)): \(show(value))"
    case .array, .object: withArticle(value.typeName)
    }
  }

  /// The value as JSON, cut where it is long.
  private static func show(_ value: JSONValue) -> String {
    let text = JSONWriter.text(value)
    return text.count <= 80 ? text : text.prefix(77) + "…"
  }

  static func matches(_ value: JSONValue, _ type: JSONValue) -> Bool {
    if let types = type.array { return types.contains { matches(value, $0) } }
    switch type.string {
    case "integer": return value.integer != nil
    case "number": return value.double != nil
    default: return value.typeName == type.string
    }
  }
}
