/// The process of a training that was started.
package struct StartedProcess: Hashable, Sendable {
  package let identity: ProcessIdentity
  package let startedAt: Timestamp

  package init(identity: ProcessIdentity, startedAt: Timestamp) {
    self.identity = identity
    self.startedAt = startedAt
  }
}
