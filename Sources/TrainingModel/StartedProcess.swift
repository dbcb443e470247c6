/// The process of a training that was started.
package struct StartedProcess: Hashable, Sendable {
  package let identity: ProcessIdentity
  package let startedAt: Timestamp
  /// Who looks after it; nil in records that do not say.
  package let supervisor: ProcessIdentity?

  package init(identity: ProcessIdentity, startedAt: Timestamp, supervisor: ProcessIdentity? = nil) {
    self.identity = identity
    self.startedAt = startedAt
    self.supervisor = supervisor
  }
}
