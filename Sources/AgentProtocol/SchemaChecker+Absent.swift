package import JSON

extension SchemaChecker {
  /// Arguments with nothing where they say null for something optional, for which their schema does not know null as a
  /// value.
  ///
  /// Models and serializers write null for what they do not want to give.
  package func withoutAbsent(_ arguments: JSONObject) -> JSONObject {
    Self.withoutAbsent(arguments, root)
  }

  private static func withoutAbsent(_ object: JSONObject, _ schema: JSONObject) -> JSONObject {
    let required = schema["required"]?.array ?? []
    return JSONObject(
      object.members.compactMap { member in
        guard let property = schema["properties"]?[member.name]?.object else {
          return (member.name, member.value)
        }
        if member.value == .null {
          let isValue = property["type"].map { matches(.null, $0) } ?? true
          return isValue || required.contains(.string(member.name)) ? (member.name, .null) : nil
        }
        return (member.name, withoutAbsent(member.value, property))
      })
  }

  private static func withoutAbsent(_ value: JSONValue, _ schema: JSONObject) -> JSONValue {
    switch value {
    case .object(let object): return .object(withoutAbsent(object, schema))
    case .array(let elements):
      guard let item = schema["items"]?.object else { return value }
      return .array(elements.map { withoutAbsent($0, item) })
    case .null, .bool, .integer, .decimal, .string: return value
    }
  }
}
