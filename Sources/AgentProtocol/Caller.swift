/// Who asks: what a request, or the handshake before it, says of its client.
///
/// Of a stateless request nothing is remembered: the next one may come from somebody else.
package struct Caller: Hashable, Sendable {
  package let revision: ProtocolRevision
  package let capabilities: ClientCapabilities

  package init(revision: ProtocolRevision, capabilities: ClientCapabilities = ClientCapabilities()) {
    self.revision = revision
    self.capabilities = capabilities
  }
}
