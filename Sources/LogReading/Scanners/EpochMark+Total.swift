extension EpochMark {
  /// How many epochs there are, by the number behind the slash and what is known of the log.
  ///
  /// Who counts from 0 prints either that number or the number of the last epoch (AllenNLP, Lightning with rich,
  /// the transfer learning tutorial of PyTorch). The last it is where a log says `Epoch 9/9` after an epoch 0,
  /// and where it makes a round number of epochs: `Epoch 0/24`.
  func trueTotal(_ line: LineText, _ context: inout ReadingContext) -> Double? {
    guard let total else { return nil }
    if isFraction { return total }
    if epoch == 0 { context.hasEpochZero = true }
    if let announced = context.announcedEpochs { return announced }
    let isLast =
      line.has("allennlp") || context.hasEpochZero && epoch == total
      || epoch == 0 && Self.isRound(total + 1) && !Self.isRound(total)
    if isLast { context.lastEpoch = total }
    return context.lastEpoch == total ? total + 1 : total
  }

  private static func isRound(_ total: Double) -> Bool { total.truncatingRemainder(dividingBy: 5) == 0 }
}
