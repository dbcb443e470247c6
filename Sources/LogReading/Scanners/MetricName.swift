/// Which words name a metric, and which numbers in a training line are none.
enum MetricName {
  /// Parts of names that say alone that a number is a result of training: `loss` in `val_loss`.
  private static let telling = ByteWords([
    "loss", "losses", "acc", "accuracy", "auc", "f1", "rmse", "mae", "mse", "mape", "logloss", "ppl",
    "perplexity", "reward", "return", "score", "error", "psnr", "ssim", "map", "iou", "miou", "precision",
    "recall", "bleu", "rouge", "wer", "cer", "norm", "gnorm", "lr", "dice", "bpb", "bpc", "elbo", "kl",
    "entropy", "fitness", "returns", "rewards", "scores", "perp", "r2", "inertia", "cost", "top1",
    "top5", "acc1", "acc5", "learning_rate", "ndcg", "mrr", "hit",
  ])

  /// Names of what a search for a solution tells of its iterations: `Iteration 3: residual = 8.1e-03`.
  private static let solving = ByteWords([
    "residual", "residuals", "tol", "tolerance", "dt", "step size", "stepsize", "alpha", "change", "cfl",
    "violation",
  ])

  private static let learningRates = ByteWords(["learning rate", "current learning rate"])

  /// Names of counters, clocks and machine figures, which stand beside the metrics.
  private static let idle = ByteWords([
    "epoch", "epochs", "step", "steps", "iter", "iters", "iteration", "iterations", "batch", "batches",
    "time",
    "eta", "elapsed", "data_time", "memory", "mem", "max_mem", "v_num", "pid", "rank", "local_rank", "it/s",
    "s/it", "speed", "seconds", "ms", "port", "num_tokens", "total_flos", "num_input_tokens_seen", "seed",
    "world_size", "size", "skipped", "global_step", "num_updates", "total", "remaining", "wall", "train_wall",
    "time per iteration", "consumed samples", "consumed tokens", "total_weights", "tokens", "ups", "wps",
    "wpb", "bsz", "num_examples", "micro_step", "samples", "mfu", "line", "max", "count", "version", "errno",
    "timestep", "timesteps", "total timesteps", "it", "ep", "fold", "max_epochs", "env_step", "update_step",
    "n_ep", "n_st",
  ])

  /// How names of clocks begin.
  private static let clock = Array("time_".utf8)

  /// Names of counters, whatever group they stand in.
  private static let counters = ByteWords(["epoch", "step", "global_step", "iteration", "iter"])

  private static let idleEndings: [StaticString] = [
    "_per_second", "/s", "_runtime", "_time", "/sec", "/device", " time", "samples", "persec", "_eps",
  ]

  /// Whether a number behind this name, without `:` or `=`, is a metric.
  static func isTelling(_ name: String) -> Bool { isTelling(Array(name.utf8)[...]) }

  /// Whether a number behind this name, without `:` or `=`, is a metric.
  static func isTelling(_ name: ArraySlice<UInt8>) -> Bool {
    var start = name.startIndex
    for index in name.indices {
      switch name[index] {
      case ASCII.underscore, ASCII.minus, ASCII.slash, ASCII.period, ASCII.space, UInt8(ascii: "@"):
        if start < index, telling.contains(name[start..<index]) { return true }
        start = index + 1
      default: break
      }
    }
    return start < name.endIndex && telling.contains(name[start...]) || learningRates.contains(name)
  }

  /// Whether it is a loss of a training, and not of data that are held out.
  static func isLoss(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.contains("loss") && !(["val", "test", "eval", "dev"].contains { lower.hasPrefix($0) })
  }

  /// Whether it is a learning rate, which settings have too.
  static func isRate(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower == "lr" || lower.hasSuffix("_lr") || lower.hasSuffix("/lr")
      || lower.hasSuffix("learning_rate")
      || lower.hasSuffix("learning rate")
  }

  /// Whether such a number is as much that of a solver of equations.
  static func isOfSolver(_ name: String) -> Bool { solving.contains(Array(name.utf8)[...]) }

  /// Whether a number behind this name, with `:` or `=`, is a metric.
  static func isMetric(_ name: String) -> Bool { isMetric(Array(name.utf8)[...]) }

  /// Whether a number behind this name, with `:` or `=`, is a metric.
  static func isMetric(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count <= 64, !idle.contains(name), !name.starts(with: clock) else { return false }
    // `train/epoch`, and a path that holds `epoch=3`.
    if let slash = name.lastIndex(of: ASCII.slash), counters.contains(name[(slash + 1)...]) { return false }
    return !idleEndings.contains { ending in
      let length = ending.utf8CodeUnitCount
      guard name.count >= length else { return false }
      let start = name.endIndex - length
      return (0..<length).allSatisfy { ASCII.lower(name[start + $0]) == ending.utf8Start[$0] }
    }
  }
}
