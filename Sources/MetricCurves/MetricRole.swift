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
      if word == "test" || word == "testing" {
        self = .test
        return
      }
    }
    self = .training
  }

  private static let validationWords: Set<String> = [
    "val", "valid", "validation", "eval", "evaluation", "dev",
  ]
}
