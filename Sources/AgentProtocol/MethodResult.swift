package import JSON

/// What a method answers, before the revision gives it its form.
package struct MethodResult: Hashable, Sendable {
  /// Of what kind a result is, as stateless revisions say in `resultType`.
  package enum Kind: String, Sendable {
    case complete
    case inputRequired = "input_required"
    case task
  }

  package var members: JSONObject
  package var kind: Kind
  /// How long clients may keep it; nil for what is no list and no content.
  package var caching: Caching?

  package init(_ members: JSONObject, kind: Kind = .complete, caching: Caching? = nil) {
    self.members = members
    self.kind = kind
    self.caching = caching
  }

  /// The result of a revision: stateless ones are told its kind, how long it holds, and who answers.
  func json(for revision: ProtocolRevision, from identity: ServerIdentity) -> JSONObject {
    guard revision.isStateless else { return members }
    var result = members
    if let caching, kind == .complete {
      result.append("ttlMs", .integer(Int64(caching.milliseconds)))
      result.append("cacheScope", .string(caching.scope.rawValue))
    }
    result.append("resultType", .string(kind.rawValue))
    var meta = result["_meta"]?.object ?? [:]
    if meta[ServerIdentity.key] == nil {
      meta.append(ServerIdentity.key, .object(identity.implementation(for: revision)))
    }
    result["_meta"] = .object(meta)
    return result
  }
}
