import TrainingModel

/// Reinforcement learners print one result a line in a frame: `|    ep_rew_mean      | 10.3     |`.
struct CellRule: LineRule {
  let triggers: [LineTraits] = [[.pipe, .digit], [.pipe, .train], [.pipe, .rollout]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard line.bytes.count < 160, let open = line.firstInk, line.bytes[open] == ASCII.pipe,
      line.bytes.count(where: { $0 == ASCII.pipe }) == 3
    else { return }
    if line.has("rollout/") || line.has("train/") {
      context.isInFrame = true
      reading.isStart = true
      reading.isClaimed = true
      return
    }
    guard context.isInFrame, let middle = line.bytes[(open + 1)...].firstIndex(of: ASCII.pipe),
      let number = line.number(at: line.skipBlanks(middle + 1))
    else { return }
    var end = middle
    let start = line.skipBlanks(open + 1)
    while end > start, ASCII.isBlank(line.bytes[end - 1]) { end -= 1 }
    guard end > start else { return }
    reading.isClaimed = true
    switch line.text(start..<end) {
    case "total_timesteps": reading.progress.step = Int(exactly: number.value)
    case "fps", "time_elapsed", "iterations", "n_updates", "episodes": break
    case let name: reading.metrics = [LineReading.Metric(name: name, value: number.value)]
    }
  }
}
