import MetricCurves
import Testing

/// What the names of metrics tell.
@Suite struct MetricNameTests {
  @Test(arguments: [
    ("loss", MetricRole.training), ("train_loss", .training), ("lr", .training), ("ep_rew_mean", .training),
    ("val_loss", .validation), ("valid-auc", .validation), ("validation_0-rmse", .validation),
    ("eval_accuracy", .validation), ("eval/loss", .validation), ("valLoss", .validation),
    ("dev_f1", .validation),
    ("test_acc", .test), ("Test loss", .test),
    // Words that only begin like one that tells.
    ("value_loss", .training), ("evaluator", .training), ("tested", .training),
  ])
  func role(name: String, role: MetricRole) { #expect(MetricRole(ofMetric: name) == role) }

  @Test(arguments: [
    ("loss", MetricDirection.lower), ("val_loss", .lower), ("valid_0's rmse", .lower), ("train/loss", .lower),
    ("perplexity", .lower), ("accuracy_loss", .lower), ("l_pix error", .lower),
    ("accuracy", .higher), ("val_acc", .higher), ("mAP50", .higher), ("valid-auc", .higher),
    ("ep_rew_mean", .higher),
    ("eval_f1", .higher), ("R2", .higher),
  ])
  func direction(name: String, direction: MetricDirection) {
    #expect(MetricDirection(ofMetric: name) == direction)
  }

  @Test(arguments: ["lr", "learning_rate", "grad_norm", "epoch", "glossary", "fps", ""])
  func ofOthersNoValueIsBetter(name: String) { #expect(MetricDirection(ofMetric: name) == nil) }
}
