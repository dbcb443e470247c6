package import TrainingModel

/// An event in its place in the feed of all runs.
package struct StoredEvent: Hashable, Sendable {
  /// Grows with every event, and is never used again; gaps mean nothing.
  package let sequence: Int64
  package let id: RunID
  package let event: HistoryEvent

  package init(sequence: Int64, id: RunID, event: HistoryEvent) {
    self.sequence = sequence
    self.id = id
    self.event = event
  }
}
