/// A part of the protocol: methods that belong together, and the capability that announces them.
///
/// What is announced is what is served, by construction: a session has no method and no capability but those of its
/// features.
package protocol Feature: Sendable {
  /// How a revision announces it; nil where that revision has no such part, whose methods are unknown then.
  func capability(for revision: ProtocolRevision) -> Capability?

  /// The methods that a revision has, by name.
  func methods(for revision: ProtocolRevision) -> [String: Method]
}
