/// The members of a JSON object in the order they were written.
///
/// Objects on the wire are small, so a list that is searched beats a hash table, and the order makes every
/// reply byte-stable. Equality does not look at the order. Of two members with one name the later counts.
package struct JSONObject: Sendable {
  /// Every member, in order.
  package private(set) var members: [(name: String, value: JSONValue)]

  package init(_ members: [(String, JSONValue)] = []) {
    self.members = members.map { (name: $0.0, value: $0.1) }
  }

  /// The value of a member.
  ///
  /// Setting nil removes it; setting a new name appends it.
  package subscript(name: String) -> JSONValue? {
    get { members.last { $0.name == name }?.value }
    set {
      guard let newValue else {
        members.removeAll { $0.name == name }
        return
      }
      if let index = members.lastIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append((name: name, value: newValue))
      }
    }
  }

  /// The names, in order.
  package var names: [String] { members.map(\.name) }

  /// Whether there is no member.
  package var isEmpty: Bool { members.isEmpty }

  /// Appends without a search, for building: `name` must not be there yet.
  package mutating func append(_ name: String, _ value: JSONValue) {
    members.append((name: name, value: value))
  }

  /// Appends when there is a value, so that what is not known is left out.
  package mutating func append(_ name: String, ifKnown value: JSONValue?) {
    if let value { append(name, value) }
  }
}

extension JSONObject: Hashable {
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.distinct == right.distinct
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(distinct) }

  private var distinct: [String: JSONValue] {
    Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
