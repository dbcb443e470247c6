import AgentProtocol
import JSON

/// A part of the protocol that a test makes up.
struct FeatureDouble: Feature {
  var capability: Capability
  var revisions: Set<ProtocolRevision> = Set(ProtocolRevision.allCases)
  var methods: [String: Method] = [:]

  func capability(for revision: ProtocolRevision) -> Capability? {
    revisions.contains(revision) ? capability : nil
  }

  func methods(for revision: ProtocolRevision) -> [String: Method] { methods }
}
