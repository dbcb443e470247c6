import TrainingModel

/// Tables of results: a header names the columns, rows of numbers follow (scikit-learn, fastai, skorch).
struct TableRule: LineRule {
  let triggers: [LineTraits] = [
    [.epoch, .metric], [.iteration, .metric], [.table, .digit], [.iteration, .train], [.metric],
  ]

  /// Lines that may stand between two rows; longer, and the table is over.
  private static let maximumGap = 100

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    if let columns = header(line) {
      context.table = columns
      context.tableGap = 0
      reading.isClaimed = true
      // Trainers that count epochs print the header when the loop begins.
      if !["iter", "step"].contains(columns[0].lowercased()) { reading.isStart = true }
    } else if !context.table.isEmpty {
      row(line, &context, into: &reading)
    }
  }

  /// The columns, when the line is a header: it begins with the counter, and holds no number.
  private func header(_ line: LineText) -> [String]? {
    guard !line.traits.contains(.pair), line.bytes.count < 400, let ink = line.firstInk else { return nil }
    // DeePMD-kit: `#  step      rmse_val    rmse_trn`.
    let first = line.bytes[ink] == UInt8(ascii: "#") ? line.skipBlanks(ink + 1) : ink
    guard
      line.lower.hasWord("epoch ", at: first) || line.lower.hasWord("iter ", at: first)
        || line.lower.hasWord("step ", at: first) || line.lower.hasWord("e    # ", at: first)
    else { return nil }
    // skorch marks the epochs that were saved in a column without numbers.
    let columns = columns(line, from: first).filter { $0 != "cp" }
    return columns.count > 2 && columns.contains(where: MetricName.isTelling)
      && !columns.contains { $0.utf8.first.map(ASCII.isDigit) ?? true } ? columns : nil
  }

  /// Names are split where two blanks stand, so that `Train Loss` stays one.
  private func columns(_ line: LineText, from first: Int) -> [String] {
    var names: [String] = []
    var name = ""
    for word in line.text(first..<line.bytes.count).split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty {
        if !name.isEmpty { names.append(name) }
        name = ""
      } else {
        name += name.isEmpty ? String(word) : " " + word
      }
    }
    if !name.isEmpty { names.append(name) }
    return names
  }

  private func row(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let values = values(line), values.count == context.table.count else {
      context.tableGap += 1
      if context.tableGap > Self.maximumGap { context.table = [] }
      return
    }
    context.tableGap = 0
    reading.isClaimed = true
    reading.isStart = true
    for (name, value) in zip(context.table, values) {
      switch name.lowercased() {
      case "epoch", "e": reading.progress.epoch = value.number
      case "iter", "step", "#": reading.progress.step = value.number.flatMap { Int(exactly: $0) }
      case "remaining time": reading.progress.etaSeconds = value.seconds
      case "time", "dur", "elapsed": break
      default:
        if let number = value.number { reading.metrics.append(LineReading.Metric(name: name, value: number)) }
      }
    }
  }

  private struct Value {
    var number: Double?
    var seconds: Double?
  }

  /// The cells, when all of them are numbers or times and the first is a whole number.
  private func values(_ line: LineText) -> [Value]? {
    var index = line.skipBlanks(0)
    guard line.bytes.count < 400, let first = line.integer(at: index), first.end < line.bytes.count else {
      return nil
    }
    var values: [Value] = []
    while index < line.bytes.count {
      if line.bytes[index] == ASCII.openBracket,
        let close = line.bytes[index...].firstIndex(of: ASCII.closeBracket)
      {
        // DeepXDE: the parts of a loss, which have no names.
        values.append(Value())
        index = line.skipBlanks(close + 1)
        continue
      }
      if line.bytes[index] == ASCII.plus, line.skipBlanks(index + 1) > index + 1 {
        index = line.skipBlanks(index + 1)
        continue
      }
      guard let number = line.number(at: index) else { return nil }
      if number.end == line.bytes.count || ASCII.isBlank(line.bytes[number.end]) {
        values.append(Value(number: number.value))
        index = line.skipBlanks(number.end)
      } else if let time = line.duration(at: index),
        time.end == line.bytes.count || ASCII.isBlank(line.bytes[time.end])
      {
        values.append(Value(seconds: time.seconds))
        index = line.skipBlanks(time.end)
      } else {
        return nil
      }
    }
    return values
  }
}
