import TrainingModel

/// Reinforcement learners print one result a line in a frame: `|    ep_rew_mean      | 10.3     |`.
///
/// Stable-Baselines3 names sections in the frame (`| rollout/ |`); Stable-Baselines 2, Baselines and Spinning Up have none.
struct CellRule: LineRule {
  let triggers: [LineTraits] = [[.pipe, .digit], [.pipe, .train], [.pipe, .rollout]]

  /// Names of results that only a learner prints.
  private static let learned = ByteWords([
    "approxkl", "approx_kl", "clipfrac", "clip_fraction", "explained_variance", "ep_reward_mean",
    "ep_rew_mean",
    "eprewmean", "averageepret", "policy_entropy", "serial_timesteps", "total_timesteps",
    "misc/total_timesteps",
    "totalenvinteracts", "mean 100 episode reward", "ep_len_mean", "eplenmean", "averagetestepret",
  ])
  /// Names of clocks and counts of which one says nothing of the training.
  private static let idle = ByteWords([
    "fps", "time_elapsed", "iterations", "n_updates", "episodes", "time", "nupdates", "serial_timesteps",
  ])

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
    guard let middle = line.bytes[(open + 1)...].firstIndex(of: ASCII.pipe),
      let number = line.number(at: line.skipBlanks(middle + 1))
    else { return }
    var end = middle
    let start = line.skipBlanks(open + 1)
    while end > start, ASCII.isBlank(line.bytes[end - 1]) { end -= 1 }
    guard end > start else { return }
    let name = line.bytes[start..<end]
    if Self.learned.contains(name) {
      context.isInFrame = true
      reading.isStart = true
    }
    if name.count == 5, line.lower.hasWord("epoch", at: start), number.isInteger {
      // Spinning Up begins its frame with it.
      reading.progress.epoch = number.value
      reading.isClaimed = true
      return
    }
    guard context.isInFrame else { return }
    reading.isClaimed = true
    guard !Self.idle.contains(name) else { return }
    switch line.text(start..<end).lowercased() {
    case "total_timesteps", "misc/total_timesteps", "totalenvinteracts":
      reading.progress.step = Int(exactly: number.value)
    case "epoch": reading.progress.epoch = number.value
    default: reading.metrics = [LineReading.Metric(name: line.text(start..<end), value: number.value)]
    }
  }
}
