import TrainingModel

/// DeepSpeed's timer: `epoch=0/micro_step=55/global_step=55, RunningAvgSamplesPerSec=7.2, …`.
struct DeepSpeedRule: LineRule {
  let triggers: [LineTraits] = [[.epoch, .digit, .slash, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let word = line.find("epoch="), let epoch = line.integer(at: word + 6),
      line.lower.hasWord("/micro_step=", at: epoch.end), let global = line.find("/global_step=")
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = Double(epoch.value)
    reading.progress.step = line.integer(at: global + 13)?.value
  }
}
