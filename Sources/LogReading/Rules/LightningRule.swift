import TrainingModel

/// What Lightning says without a bar: `Epoch 2, global step 60: 'val_loss' reached 0.03 (best 0.03), saving …`.
struct LightningRule: LineRule {
  let triggers: [LineTraits] = [[.epoch, .digit, .step]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let mark = EpochMark.find(in: line), line.lower.hasWord(", global step ", at: mark.range.upperBound)
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = mark.epoch
    context.hasEpoch = true
    guard let reached = line.find("' reached "), let value = line.number(at: reached + 10),
      let open = line.bytes[..<reached].lastIndex(of: ASCII.quote)
    else { return }
    reading.metrics = [LineReading.Metric(name: line.text(open + 1..<reached), value: value.value)]
  }
}
