/// What a run takes up on the disk.
package struct KeptRun: Hashable, Sendable {
  package let id: RunID
  /// nil while it lives.
  package let endedAt: Timestamp?
  /// Bytes of everything that is kept of it but its log.
  package let recordBytes: Int64
  /// nil when its log is gone.
  package let logBytes: Int64?

  package init(id: RunID, endedAt: Timestamp?, recordBytes: Int64, logBytes: Int64?) {
    self.id = id
    self.endedAt = endedAt
    self.recordBytes = recordBytes
    self.logBytes = logBytes
  }
}
