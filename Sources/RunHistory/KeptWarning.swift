package import TrainingModel

/// A warning as the feed has it.
package struct KeptWarning: Hashable, Sendable {
  /// Its number in the feed; a later one has a larger one.
  package let sequence: Int64
  package let warning: RunWarning

  package init(sequence: Int64, warning: RunWarning) {
    self.sequence = sequence
    self.warning = warning
  }
}
