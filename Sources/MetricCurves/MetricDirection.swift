/// Which values of a metric are the better ones, as far as its name tells.
package enum MetricDirection: String, CaseIterable, Sendable {
  case lower, higher

  /// Reads a name; nil where it does not tell: of a learning rate no value is better than another.
  ///
  /// Of two words that tell the last one counts: `accuracy_loss` is a loss.
  package init?(ofMetric name: String) {
    for word in MetricWords.of(name).reversed() {
      if Self.lowerWords.contains(word) {
        self = .lower
        return
      }
      if Self.higherWords.contains(word) {
        self = .higher
        return
      }
    }
    return nil
  }

  private static let lowerWords: Set<String> = [
    "loss", "losses", "error", "err", "logloss", "mae", "mse", "rmse", "mape", "smape", "rmsle", "mlogloss",
    "merror", "perplexity", "ppl", "nll", "bce", "ce", "crossentropy", "xent", "wer", "cer", "ter", "fid",
    "kid",
    "deviance", "bpb", "bpc", "eer", "lpips", "hinge", "quantile", "pinball",
  ]
  private static let higherWords: Set<String> = [
    "acc", "accuracy", "top1", "top5", "auc", "auroc", "auprc", "aucpr", "prauc", "ap", "map", "ap50", "ap75",
    "map50",
    "map75",
    "f1", "fbeta", "precision", "recall", "iou", "miou", "dice", "jaccard", "bleu", "rouge", "rouge1",
    "rouge2",
    "rougel", "chrf", "meteor", "comet", "mrr", "ndcg", "kappa", "mcc", "r2", "psnr", "ssim", "pearson",
    "spearman",
    "reward", "rewards", "rew", "return", "score", "las", "uas", "sensitivity", "specificity",
  ]
}
