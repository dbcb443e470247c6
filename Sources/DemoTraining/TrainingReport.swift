/// What a training reached.
package struct TrainingReport: Hashable, Sendable {
  /// One printed epoch.
  package struct Epoch: Hashable, Sendable {
    package let training: Score
    package let validation: Score
  }

  /// In order, one for each printed epoch.
  package let epochs: [Epoch]
  /// On the flowers that were never looked at before the end.
  package let test: Score
}
