import TrainingModel

/// torchtune without a terminal: `1|4|Loss: 1.40    1|5|Loss: 2.68`, epoch and step of each.
struct TorchtuneRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .pipe, .metric, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    var end = line.bytes.count
    while let loss = line.lastIndex(of: "|loss:", before: end) {
      var start = loss
      while start > 0, loss - start < 20,
        ASCII.isDigit(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.pipe
      {
        start -= 1
      }
      if let mark = EpochMark.leading(line, start..<line.bytes.count), let step = mark.step,
        let value = line.number(at: line.skipBlanks(loss + 6))
      {
        reading.isClaimed = true
        reading.isStart = true
        reading.progress.epoch = mark.epoch
        reading.progress.step = step
        reading.metrics = [LineReading.Metric(name: line.text(loss + 1..<loss + 5), value: value.value)]
        return
      }
      end = loss
    }
  }
}
