import TrainingModel

/// The YOLO family: a header names the columns, rows hold `epoch/total`, the GPU's memory and the losses.
struct UltralyticsRule: LineRule {
  let triggers: [LineTraits] = [[.epoch], [.digit, .slash, .percent]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk else { return }
    if line.lower.hasWord("epoch ", at: first), line.has("gpu_mem") || line.has("iou_loss ") {
      context.columns = columns(line)
      reading.isClaimed = true
    } else if ASCII.isDigit(line.bytes[first]) {
      row(line, first, &context, into: &reading)
    }
  }

  private func columns(_ line: LineText) -> [String] {
    line.text(0..<line.bytes.count).split(separator: " ").prefix(32).map(String.init)
  }

  private func row(
    _ line: LineText, _ first: Int, _ context: inout ReadingContext, into reading: inout LineReading
  ) {
    guard !context.columns.isEmpty, let epoch = line.count(at: first) else { return }
    var index = line.skipBlanks(epoch.end)
    var column = 1
    // YOLOv6 has no column for the memory.
    if context.columns.dropFirst().first?.lowercased() == "gpu_mem" {
      guard let memory = line.number(at: index), memory.end < line.bytes.count,
        [UInt8(ascii: "G"), UInt8(ascii: "M")].contains(line.bytes[memory.end])
      else { return }
      index = memory.end + 1
      column = 2
    }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = Double(epoch.value)
    reading.progress.totalEpochs = context.announcedEpochs ?? Double(total(epoch, context))
    while column < context.columns.count, let number = line.number(at: line.skipBlanks(index)) {
      if number.end < line.bytes.count, line.bytes[number.end] == ASCII.colon { break }
      let name = context.columns[column]
      if !["Instances", "Size", "labels", "img_size", "targets"].contains(name) {
        reading.metrics.append(LineReading.Metric(name: name, value: number.value))
      }
      index = number.end
      column += 1
    }
    bar(line, from: index, into: &reading)
  }

  /// YOLOv5 and YOLOv7 print the last epoch; their columns tell them from Ultralytics.
  private func total(_ epoch: LineText.Count, _ context: ReadingContext) -> Int {
    let isLast = !["obj", "obj_loss", "img_size", "labels", "targets"].allSatisfy {
      !context.columns.contains($0)
    }
    return isLast || epoch.value == 0 ? epoch.total + 1 : epoch.total
  }

  /// `640: 38% ━━━━╸─────── 192/508 9.3it/s 35.8s<34.1s` and `640: 100% 4/4 [03:03<00:00, 45.95s/it]`.
  private func bar(_ line: LineText, from start: Int, into reading: inout LineReading) {
    guard let percent = line.bytes[start...].firstIndex(of: ASCII.percent) else { return }
    var digits = percent
    while digits > start, ASCII.isDigit(line.bytes[digits - 1]) { digits -= 1 }
    reading.progress.percent = line.number(at: digits)?.value
    var index = percent + 1
    if line.bytes.count > index, line.bytes[index] == ASCII.pipe {
      index = (line.bytes[(index + 1)...].firstIndex(of: ASCII.pipe) ?? index) + 1
    }
    if let run = LineRun.last(in: line), run.lowerBound > percent { index = run.upperBound }
    guard let count = line.count(at: line.skipBlanks(index)) else { return }
    reading.progress.step = count.value
    reading.progress.totalSteps = count.total
    if let less = line.bytes[count.end...].firstIndex(of: ASCII.less) {
      reading.progress.etaSeconds = line.duration(at: less + 1)?.seconds
    }
  }
}
