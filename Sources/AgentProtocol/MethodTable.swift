internal import JSON

/// What is served in each revision, and how that is announced.
struct MethodTable: Sendable {
  private struct Entry {
    var methods: [String: Method] = [:]
    var capabilities: JSONObject = [:]
  }

  private let entries: [ProtocolRevision: Entry]

  init(_ features: [any Feature]) {
    var entries: [ProtocolRevision: Entry] = [:]
    for revision in ProtocolRevision.allCases {
      var entry = Entry()
      var extensions: JSONObject = [:]
      for feature in features {
        guard let capability = feature.capability(for: revision) else { continue }
        switch capability {
        case .core(let name, let settings): entry.capabilities.append(name, .object(settings))
        case .extension(let name, let settings): extensions.append(name, .object(settings))
        case .implied: break
        }
        entry.methods.merge(feature.methods(for: revision)) { first, _ in
          preconditionFailure("two features serve one method: \(first)")
        }
      }
      if !extensions.members.isEmpty { entry.capabilities.append("extensions", .object(extensions)) }
      entries[revision] = entry
    }
    self.entries = entries
  }

  func method(_ name: String, in revision: ProtocolRevision) -> Method? { entries[revision]?.methods[name] }

  func capabilities(for revision: ProtocolRevision) -> JSONValue {
    .object(entries[revision]?.capabilities ?? [:])
  }
}
