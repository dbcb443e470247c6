/// Tells settings from lines of a training: `epoch: 100` in a list, `Namespace(epoch=100, lr=0.1)`, `batch: 32 momentum:
/// 0.9`.
enum ListedSettings {
  /// Names of settings, which may stand beside the epoch in a line of a training, but not alone.
  private static let names = ByteWords([
    "lr", "learning_rate", "learning rate", "batch_size", "batch size", "batchsize", "batch", "bs",
    "momentum",
    "weight_decay", "weight decay", "wd", "dropout", "num_workers", "workers", "seed", "gamma", "patience",
    "hidden_size", "hidden_dim", "hidden", "layers", "num_layers", "warmup_steps", "max_grad_norm",
    "img_size",
    "image_size", "imgsz", "max_len", "max_length", "embed_dim", "epsilon", "beta",
  ])
  /// Settings that trainings print with their steps too.
  private static let rates = ByteWords(["lr", "learning_rate", "learning rate"])
  /// Bytes around a batch size in which its neighbors stand.
  private static let reach: Int64 = 300
  /// A setting is a round number; a training that is resumed may begin with any.
  private static let round = 5.0

  /// Whether there are only settings among these, and more than a learning rate.
  static func areAll(_ metrics: [LineReading.Metric]) -> Bool {
    metrics.allSatisfy { names.contains(Array($0.name.utf8)[...]) }
      && !metrics.allSatisfy { rates.contains(Array($0.name.utf8)[...]) }
  }

  /// Whether settings stand in brackets behind the epoch that begins: `==> online epoch # 1 [batchSize = 128]`.
  private static func isHeading(_ line: LineText, _ mark: EpochMark) -> Bool {
    let open = line.skipBlanks(mark.range.upperBound)
    return open < line.bytes.count && line.bytes[open] == ASCII.openBracket
      && line.bytes[mark.range].contains(UInt8(ascii: "#"))
  }

  /// Whether a line with such a mark lists settings.
  static func hold(
    _ line: LineText, _ mark: EpochMark, _ metrics: [LineReading.Metric], _ context: ReadingContext
  ) -> Bool {
    guard mark.total == nil, mark.step == nil else { return false }
    if line.isConfiguration { return true }
    // `Epoch 100` is a heading, `epoch: 100` may be a setting.
    let isPair = line.bytes[mark.range].contains { $0 == ASCII.colon || $0 == ASCII.equals }
    guard metrics.isEmpty else { return areAll(metrics) && !isHeading(line, mark) }
    guard isPair else { return false }
    if mark.isAssigned { return !context.hasStarted }
    if let settings = context.settingsOffset, line.offset - settings < reach, mark.epoch > 0 { return true }
    return !context.hasEpoch && mark.epoch >= 2 * round
      && mark.epoch.truncatingRemainder(dividingBy: round) == 0
  }
}
