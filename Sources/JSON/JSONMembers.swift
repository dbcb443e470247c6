/// Takes what a program wrote out of an object member by member, and says what is missing or of another kind.
///
/// Members that nobody asks for are passed over, so that a newer program may add some.
package struct JSONMembers: Sendable {
  private let object: JSONObject

  package init(_ object: JSONObject) { self.object = object }

  /// The members of an object.
  ///
  /// - Throws: when there is no value, or it is none. `name` is what the value itself is called.
  package init(_ value: JSONValue?, of name: String) throws(JSONMemberError) {
    guard let value else { throw JSONMemberError(name: name, problem: .missing) }
    guard let object = value.object else { throw JSONMemberError(name: name, problem: .unexpected) }
    self.object = object
  }

  /// A member that must be there, in the form that `read` understands.
  package func member<Value>(
    _ name: String, _ read: (JSONValue) -> Value?
  ) throws(JSONMemberError) -> Value {
    guard let value = try optional(name, read) else { throw JSONMemberError(name: name, problem: .missing) }
    return value
  }

  /// A member that may be absent, or null, in the form that `read` understands.
  package func optional<Value>(
    _ name: String, _ read: (JSONValue) -> Value?
  ) throws(JSONMemberError) -> Value? {
    guard let json = object[name], json != .null else { return nil }
    guard let value = read(json) else { throw JSONMemberError(name: name, problem: .unexpected) }
    return value
  }
}
