/// Stages that a script announces: `Step 2/4: Loading data`, `Stage 1/3: pretraining`, `Phase 2/2 - tuning`.
struct StageRule: LineRule {
  let triggers: [LineTraits] = [[.step, .digit, .slash], [.stage, .digit, .slash]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    for word in ["step ", "stage ", "phase "] as [StaticString] {
      guard let found = line.find(word), found == 0 || !ASCII.isLetter(line.bytes[found - 1]),
        let count = line.count(at: found + word.utf8CodeUnitCount), count.total <= 40,
        count.end + 2 < line.bytes.count,
        line.bytes[count.end] == ASCII.colon || line.lower.hasWord(" - ", at: count.end)
      else { continue }
      let name = line.skipBlanks(count.end + (line.bytes[count.end] == ASCII.colon ? 1 : 3))
      guard name < line.bytes.count, ASCII.isLetter(line.bytes[name]) else { continue }
      let text = String(line.text(found..<line.bytes.count).prefix(120))
      reading.stage = TrainingStage(name: text, index: count.value, total: count.total)
      return
    }
  }
}
