package import TrainingModel

/// A time at which a trigger comes due.
package struct PreviewTime: Hashable, Sendable {
  package let time: Timestamp
  /// RFC 3339 with the offset that holds in the trigger's zone then.
  package let text: String
}
