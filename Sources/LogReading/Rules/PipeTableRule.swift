import TrainingModel

/// Tables whose cells stand between bars: a header that names the columns, rows of results below it.
///
/// Ray Tune: `| Trial name | status | iter | total time (s) | ts | reward |`; scripts: `| Epoch | Train Loss | Val Loss |`.
struct PipeTableRule: LineRule {
  let triggers: [LineTraits] = [
    [.pipe, .epoch], [.pipe, .iteration], [.pipe, .step], [.table, .pipe, .digit], [.nonASCII, .epoch],
    [.nonASCII, .iteration], [.table, .nonASCII, .digit],
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard line.bytes.count < 600, let first = line.firstInk, isBar(line, first) else { return }
    let cells = cells(line)
    guard cells.count > 2 else { return }
    if isHeader(cells) {
      context.cells = cells
      reading.isClaimed = true
    } else if cells.count == context.cells.count {
      row(cells, context, into: &reading)
    }
  }

  private func isBar(_ line: LineText, _ index: Int) -> Bool {
    line.bytes[index] == ASCII.pipe || line.lower.hasWord("│", at: index)
      || line.lower.hasWord("┃", at: index)
  }

  private func cells(_ line: LineText) -> [String] {
    var cells = line.text(0..<line.bytes.count).split(omittingEmptySubsequences: false) {
      $0 == "|" || $0 == "│" || $0 == "┃"
    }.map(trimmed)
    if cells.first == "" { cells.removeFirst() }
    if cells.last == "" { cells.removeLast() }
    return cells
  }

  private func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while cell.first == " " { cell.removeFirst() }
    while cell.last == " " { cell.removeLast() }
    return String(cell)
  }

  private func isHeader(_ cells: [String]) -> Bool {
    cells.contains { counter($0) != nil } && cells.contains { MetricName.isTelling($0.lowercased()) }
      && cells.allSatisfy { cell in cell.utf8.first.map { !ASCII.isDigit($0) } ?? false }
  }

  private enum Counter { case epoch, step }

  private func counter(_ name: String) -> Counter? {
    switch name.lowercased() {
    case "epoch", "epochs": .epoch
    case "iter", "iteration", "step", "training_iteration", "round": .step
    default: nil
    }
  }

  private func row(_ cells: [String], _ context: ReadingContext, into reading: inout LineReading) {
    var metrics: [LineReading.Metric] = []
    var progress = TrainingProgress()
    for (name, cell) in zip(context.cells, cells) {
      let line = LineText(bytes: Array(cell.utf8), traits: [], offset: 0)
      if let counter = counter(name) {
        let count = line.count(at: 0)
        guard let value = count.map({ Double($0.value) }) ?? line.number(at: 0)?.value else { return }
        switch counter {
        case .epoch: (progress.epoch, progress.totalEpochs) = (value, count.map { Double($0.total) })
        case .step: (progress.step, progress.totalSteps) = (Int(exactly: value), count?.total)
        }
      } else if let number = line.number(at: 0), number.end == line.bytes.count, MetricName.isMetric(name) {
        metrics.append(LineReading.Metric(name: name, value: number.value))
      }
    }
    guard !metrics.isEmpty else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress = progress
    reading.metrics = metrics
  }
}
