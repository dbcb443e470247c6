package import TrainingModel

/// A place in the feed: behind one event, which it also knows by its time.
///
/// After a power cut numbers may come again, and a history that is made anew counts from the beginning: by identity and
/// time a place that is no longer what it was is told from one that is.
package struct FeedCursor: Hashable, Sendable {
  /// Of the feed that the number belongs to.
  package let identity: String
  /// Of the last event that is known; 0 where none is.
  package let sequence: Int64
  /// Of that event.
  package let time: Timestamp

  package init(identity: String, sequence: Int64, time: Timestamp) {
    self.identity = identity
    self.sequence = sequence
    self.time = time
  }

  /// Before everything, of whatever feed comes: nothing has happened in the home yet.
  package static let beginning = FeedCursor(identity: "0", sequence: 0, time: Timestamp(nanoseconds: 0))

  /// Reads what `text` wrote; nil when it is anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, let sequence = Int64(parts[1]), sequence >= 0,
      let time = Int64(parts[2])
    else { return nil }
    self.init(
      identity: String(parts[0]), sequence: sequence, time: Timestamp(nanoseconds: time))
  }

  /// The place as it is given out; nobody else need know what it is made of.
  package var text: String { "\(identity).\(sequence).\(time.nanoseconds)" }
}
