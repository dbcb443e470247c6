/// What a metric was measured on, as far as its name tells.
package enum MetricRole: String, CaseIterable, Sendable {
  case training, validation, test

  /// Reads a name such as `val_loss`, `valid-auc`, `eval/accuracy`, `test_acc`; what names nothing is of the training.
  package init(ofMetric name: String) {
    for word in MetricWords.of(name) {
      if Self.validationWords.contains(word) {
        self = .validation
        return
      }
      if Self.testWords.contains(word) {
        self = .test
        return
      }
    }
    self = .training
  }

  private static let validationWords: Set<String> = [
    "val", "valid", "validation", "eval", "evaluation", "dev",
  ]
  private static let testWords: Set<String> = ["test", "testing"]
  private static let trainingWords: Set<String> = ["train", "training"]

  /// All words that say on what a metric was measured.
  static let words = validationWords.union(testWords).union(trainingWords)
}
