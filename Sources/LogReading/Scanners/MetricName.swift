/// Which words name a metric, and which numbers in a training line are none.
enum MetricName {
  /// Parts of names that say alone that a number is a result of training: `loss` in `val_loss`.
  private static let telling: Set<String> = [
    "loss", "losses", "acc", "accuracy", "auc", "f1", "rmse", "mae", "mse", "mape", "logloss", "ppl",
    "perplexity", "reward", "return", "score", "error", "psnr", "ssim", "map", "iou", "miou", "precision",
    "recall", "bleu", "rouge", "wer", "cer", "norm", "gnorm", "lr", "dice", "bpb", "bpc", "elbo", "kl",
    "entropy", "r2", "learning_rate",
  ]

  /// Names of counters, clocks and machine figures, which stand beside the metrics.
  private static let idle: Set<String> = [
    "epoch", "epochs", "step", "steps", "iter", "iters", "iteration", "iterations", "batch", "batches",
    "time",
    "eta", "elapsed", "data_time", "memory", "mem", "max_mem", "v_num", "pid", "rank", "local_rank", "it/s",
    "s/it", "speed", "seconds", "ms", "port", "num_tokens", "total_flos", "num_input_tokens_seen", "seed",
    "world_size", "size", "skipped", "global_step", "num_updates", "total", "remaining", "wall", "train_wall",
    "time per iteration", "consumed samples", "consumed tokens", "total_weights", "tokens", "ups", "wps",
    "wpb", "bsz", "num_examples", "micro_step", "samples", "mfu", "line", "max", "count", "version", "errno",
  ]

  /// Whether a number behind this name, without `:` or `=`, is a metric.
  static func isTelling(_ name: String) -> Bool {
    name.lowercased().split { "_-/. ".contains($0) }.contains { telling.contains(String($0)) }
  }

  /// Whether a number behind this name, with `:` or `=`, is a metric.
  static func isMetric(_ name: String) -> Bool {
    guard name.utf8.count <= 64 else { return false }
    let lower = name.lowercased()
    if idle.contains(lower) { return false }
    return
      !(lower.hasSuffix("_per_second") || lower.hasSuffix("/s") || lower.hasSuffix("_runtime")
      || lower.hasSuffix("_time") || lower.hasSuffix("/sec") || lower.hasSuffix("/device")
      || lower.hasSuffix(" time") || lower.hasSuffix("samples") || lower.hasSuffix("persec"))
  }
}
