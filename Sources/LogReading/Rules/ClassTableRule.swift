/// Results by class of the YOLO family: `Class Images Instances Box(P R mAP50 mAP50-95): 100% …`, then `all 8 8 0.5 …`.
struct ClassTableRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .slash, .percent], [.table, .digit]]

  /// What Ultralytics prints, where a terminal was too narrow for it.
  private static let usual = ["Images", "Instances", "P", "R", "mAP50", "mAP50-95"]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk else { return }
    if line.lower.hasWord("class ", at: first) && line.has(" images")
      || line.lower.hasWord("classes ", at: first) && line.has("top1_acc")
    {
      context.classColumns = columns(line)
      reading.isClaimed = true
    } else if !context.classColumns.isEmpty, line.lower.hasWord("all ", at: first) {
      row(line, first + 4, context.classColumns, into: &reading)
      context.classColumns = []
    }
  }

  /// The names behind the first, up to the bar.
  private func columns(_ line: LineText) -> [String] {
    var names: [String] = []
    var group = ""
    for word in line.text(0..<line.bytes.count).split(separator: " ").dropFirst().prefix(32) {
      if word.contains("%") { break }
      if word.hasPrefix("…") || word.hasSuffix("…") || word.contains("…") { return Self.usual }
      var name = String(word)
      if let open = name.firstIndex(of: "(") {
        let outer = name[..<open]
        group = outer == "Box" ? "" : outer + " "
        name = String(name[name.index(after: open)...])
      }
      while let last = name.last, last == ":" || last == ")" { name.removeLast() }
      names.append(group + name)
    }
    return names
  }

  private func row(_ line: LineText, _ start: Int, _ names: [String], into reading: inout LineReading) {
    var index = start
    for name in names {
      guard let number = line.number(at: line.skipBlanks(index)) else { break }
      if !["Images", "Instances", "Labels", "Targets"].contains(name) {
        reading.metrics.append(LineReading.Metric(name: name, value: number.value))
      }
      index = number.end
    }
    reading.isClaimed = !reading.metrics.isEmpty
  }
}
