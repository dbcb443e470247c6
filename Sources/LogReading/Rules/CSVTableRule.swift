import TrainingModel

/// Tables of results with commas between their columns, as loggers write them to a file or the terminal.
///
/// A header names the counter and the results, rows follow: `epoch,loss,val_loss`, then `0,0.61,0.58`.
struct CSVTableRule: LineRule {
  let triggers: [LineTraits] = [
    [.epoch, .metric], [.step, .metric], [.iteration, .metric], [.table, .digit],
  ]

  /// Lines that may stand between two rows; longer, and the table is over.
  private static let maximumGap = 100
  private static let longest = 600
  private static let epochs: Set<String> = ["epoch", "epochs"]
  private static let steps: Set<String> = ["step", "global_step", "iter", "iteration", "batch", "steps"]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    // A header has no pairs; rows are read where there was one.
    guard line.bytes.count < Self.longest, !line.traits.contains(.pair) || !context.commaTable.isEmpty,
      line.bytes.contains(ASCII.comma)
    else {
      noteGap(&context)
      return
    }
    let cells = cells(line)
    if let header = header(cells) {
      context.commaTable = header
      context.tableGap = 0
      reading.isClaimed = true
    } else if !context.commaTable.isEmpty {
      row(cells, &context, into: &reading)
    }
  }

  private func cells(_ line: LineText) -> [String] {
    line.text(0..<line.bytes.count).split(separator: ",", omittingEmptySubsequences: false).map { cell in
      String(cell.drop { " []\t\"".contains($0) }.reversed().drop { " []\t\"".contains($0) }.reversed())
    }
  }

  /// The columns, when the cells are names, a counter and a result among them.
  private func header(_ cells: [String]) -> [String]? {
    guard cells.count > 2, cells.allSatisfy(isName), cells.contains(where: MetricName.isTelling),
      cells.contains(where: { Self.epochs.union(Self.steps).contains($0.lowercased()) })
    else { return nil }
    return cells
  }

  private func isName(_ cell: String) -> Bool {
    guard let first = cell.utf8.first, ASCII.isLetter(first), cell.utf8.count <= 64 else { return false }
    return cell.utf8.allSatisfy { $0 != ASCII.equals && $0 != ASCII.colon && $0 != ASCII.openParenthesis }
  }

  private func row(_ cells: [String], _ context: inout ReadingContext, into reading: inout LineReading) {
    let columns = context.commaTable
    let counters = Self.epochs.union(Self.steps)
    guard cells.count == columns.count,
      zip(columns, cells).allSatisfy({
        !counters.contains($0.lowercased()) || $1.isEmpty || number($1) != nil
      })
    else {
      noteGap(&context)
      return
    }
    for (name, cell) in zip(columns, cells) {
      guard let value = number(cell) else { continue }
      if Self.epochs.contains(name.lowercased()) {
        reading.progress.epoch = value
      } else if Self.steps.contains(name.lowercased()) {
        reading.progress.step = Int(exactly: value)
      } else if MetricName.isMetric(name) {
        reading.metrics.append(LineReading.Metric(name: name, value: value))
      }
    }
    guard !reading.progress.isEmpty, !reading.metrics.isEmpty else {
      reading.progress = TrainingProgress()
      reading.metrics = []
      return
    }
    context.tableGap = 0
    reading.isClaimed = true
    reading.isStart = true
  }

  private func number(_ cell: String) -> Double? {
    let line = LineText(bytes: Array(cell.utf8), traits: [], offset: 0)
    return line.number(at: 0).flatMap { $0.end == line.bytes.count ? $0.value : nil }
  }

  private func noteGap(_ context: inout ReadingContext) {
    guard !context.commaTable.isEmpty else { return }
    context.tableGap += 1
    if context.tableGap > Self.maximumGap { context.commaTable = [] }
  }
}
