/// The heading of a result of Ray, which stands indented below it: `Result for PPO_CartPole-v0_120b5_00000:`.
struct RayResultRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard line.lower.hasWord("result for ", at: 0), line.bytes.last == ASCII.colon,
      line.bytes.contains(ASCII.underscore), !line.bytes[11...].contains(where: ASCII.isBlank)
    else { return }
    context.rows = .indented
    reading.isClaimed = true
    reading.isStart = true
  }
}
