/// What a metric measures, whatever it was measured on: `loss` is that of `train_loss`, `val_loss` and `loss`.
package enum MetricSubject {
  /// The name of a metric without the words that say on what it was measured.
  package static func of(_ name: String) -> String {
    MetricWords.of(name).filter { word in
      !MetricRole.words.contains(word) && !word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }.joined(separator: "_")
  }

  /// Whether a metric is what a training tries to make small, so that it must be a number.
  package static func isLoss(_ name: String) -> Bool {
    MetricWords.of(name).contains { ["loss", "losses", "nll", "perplexity", "ppl"].contains($0) }
  }

  /// Whether a metric is the learning rate.
  package static func isLearningRate(_ name: String) -> Bool {
    let words = MetricWords.of(name)
    return words.first == "lr" || words.last == "lr" || words.starts(with: ["learning", "rate"])
  }
}
