/// The process of a training that was started.
package struct StartedProcess: Hashable, Sendable {
  package let identity: ProcessIdentity
  package let startedAt: Timestamp
  /// The same moment on the monotonic clock of that boot, in nanoseconds; nil in records that do not say.
  package let startedMonotonic: Int64?
  /// Who looks after it; nil in records that do not say.
  package let supervisor: ProcessIdentity?

  package init(
    identity: ProcessIdentity, startedAt: Timestamp, startedMonotonic: Int64? = nil,
    supervisor: ProcessIdentity? = nil
  ) {
    self.identity = identity
    self.startedAt = startedAt
    self.startedMonotonic = startedMonotonic
    self.supervisor = supervisor
  }
}
