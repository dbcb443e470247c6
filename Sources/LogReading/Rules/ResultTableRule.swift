/// Results of a validation or test in two columns (Lightning): `│  val_loss  │  1.05  │` below `Validate metric`.
struct ResultTableRule: LineRule {
  let triggers: [LineTraits] = [[.evaluation, .metric], [.table]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    if line.has("dataloader 0"), !line.traits.contains(.percent) {
      if line.has("validate metric") { context.rows = .validation }
      if line.has("test metric") { context.rows = .test }
      return
    }
    guard context.rows == .validation || context.rows == .test else { return }
    let words = line.text(0..<line.bytes.count).split { $0 == " " || $0 == "│" || $0 == "┃" }
    guard let name = words.first else { return }
    if words.count == 1 || !line.traits.contains(.digit) {
      // Lines that frame the table; anything else ends it.
      let isFrame = !line.bytes.contains { ASCII.isLetter($0) }
      if !isFrame || name.hasPrefix("└") { context.rows = nil }
      return
    }
    guard words.count <= 9, let value = Double(words[1]) else { return context.rows = nil }
    reading.isClaimed = true
    reading.metrics.append(LineReading.Metric(name: String(name), value: value))
    reading.isTest = context.rows == .test
  }
}
