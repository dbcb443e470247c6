import TrainingHealth
import TrainingModel

/// What a reader remembers between lines, and how a line changes it.
struct ReaderState: Hashable, Sendable {
  private(set) var picture: LogPicture
  private(set) var context: ReadingContext
  /// How the rest of the file is written.
  var encoding: LogEncoding

  init(
    picture: LogPicture = LogPicture(), context: ReadingContext = ReadingContext(),
    encoding: LogEncoding = .utf8
  ) {
    self.picture = picture
    self.context = context
    self.context.hasStarted = picture.started != nil
    self.encoding = encoding
  }

  /// Reads one segment: the bytes of `range`, without its terminator.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, offset: Int64, into sink: inout ReadingSink
  ) {
    if picture.started == nil, let meaning = WorkHeading.meaning(of: bytes, range) { context.note(meaning) }
    let rows: LineTraits = context.expectsRows ? .table : []
    let traits = SegmentScanner.traits(of: bytes, in: range).union(rows)
    guard FrameworkRules.isWanted(traits) else { return }
    if traits.contains(.control) {
      let clean = LineScreen.visibleBytes(bytes[range])
      read(clean, traits: SegmentScanner.traits(of: clean).union(rows), offset: offset, into: &sink)
    } else {
      read(Array(bytes[range]), traits: traits, offset: offset, into: &sink)
    }
  }

  private mutating func read(
    _ bytes: [UInt8], traits: LineTraits, offset: Int64, into sink: inout ReadingSink
  ) {
    var line: LineText?
    var reading = LineReading()
    var last = -1
    for gate in FrameworkRules.gates where traits.isSuperset(of: gate.traits) && gate.rule != last {
      last = gate.rule
      let rule = FrameworkRules.all[gate.rule]
      guard !reading.isClaimed || rule.readsClaimedLines else { continue }
      let text = line ?? LineText(bytes: bytes, traits: traits, offset: offset)
      line = text
      guard sink.findings != nil else {
        rule.read(text, &context, into: &reading)
        continue
      }
      let before = reading
      rule.read(text, &context, into: &reading)
      if let finding = RuleFinding(rule, text, before: before, after: reading) {
        sink.findings?.append(finding)
      }
    }
    guard let line else { return }
    if line.countsSomethingElse(reading) { sink.lastOtherCount = line.offset }
    if !reading.isEmpty { apply(reading, line, into: &sink) }
    if let start = reading.remainder { readRemainder(LineText(behind: start, of: line), into: &sink) }
  }

  /// Reads what was printed behind a bar, as far as the rules that read every line have not done so.
  private mutating func readRemainder(_ line: LineText, into sink: inout ReadingSink) {
    var reading = LineReading()
    for rule in [LightningRule(), EpochLineRule(), StepLineRule()] as [any LineRule] where !reading.isClaimed
    {
      let before = reading
      rule.read(line, &context, into: &reading)
      if sink.findings != nil, let finding = RuleFinding(rule, line, before: before, after: reading) {
        sink.findings?.append(finding)
      }
    }
    if !reading.isEmpty { apply(reading, line, into: &sink) }
  }

  private mutating func apply(_ reading: LineReading, _ line: LineText, into sink: inout ReadingSink) {
    func send(_ kind: LogEvent.Kind) { sink.events.append(LogEvent(offset: line.offset, kind: kind)) }
    if reading.isStart, picture.started == nil {
      let start = reading.startLine ?? line.logLine
      picture.started = start
      context.hasStarted = true
      context.isOtherWork = false
      context.candidates = []
      send(.trainingStarted(start))
    }
    if let stage = reading.stage {
      picture.progress.stage = stage.name
      send(.stage(stage))
    }
    if reading.beginsPause {
      context.isPausing = true
    } else if !reading.progress.isEmpty {
      context.isPausing = false
    }
    if !reading.progress.isEmpty, !reading.isOfOwnLoop { context.hasNamedProgress = true }
    let before = picture.progress
    merge(reading)
    if picture.progress != before { send(.progress(picture.progress)) }
    if let report = report(of: reading.metrics, offset: line.offset) {
      send(.metrics(report))
      // Results on test data are no values of the curves that are judged.
      if !reading.isTest { for warning in judge(report) { send(.warning(warning)) } }
    }
    if reading.isTest {
      for metric in reading.metrics { picture.testMetrics.set(metric.name, to: metric.value) }
    }
    if let best = reading.best { note(best, isWritten: reading.artifacts.contains(best.path)) }
    for path in reading.artifacts {
      if add(path) { send(.artifact(path: path)) }
    }
    if reading.isEnd, !picture.endSeen {
      picture.endSeen = true
      send(.trainingEnded)
    }
    if reading.stopsEarly, picture.stoppedEarly == nil {
      picture.stoppedEarly = line.logLine
      send(.stoppedEarly(line.logLine))
    }
    if reading.hasNothingToDo, picture.nothingToDo == nil {
      picture.nothingToDo = line.logLine
      send(.nothingToDo(line.logLine))
    }
    if reading.usesGPU { picture.usesGPU = true }
    if let error = reading.error {
      picture.error = error
      send(.trainingError(error))
    }
  }

  private mutating func merge(_ reading: LineReading) {
    let before = picture.progress
    let new = reading.progress.finite
    if reading.beginsEpoch, new.epoch != picture.progress.epoch {
      picture.progress.step = nil
      picture.progress.totalSteps = nil
      picture.progress.percent = nil
      picture.progress.etaSeconds = nil
    }
    if let epoch = new.epoch {
      picture.progress.epoch = epoch
      if reading.isStart, let last = before.epoch, epoch.rounded() < last.rounded() {
        picture.endSeen = false
      }
    }
    if let total = new.totalEpochs ?? announcedTotal(reading) { picture.progress.totalEpochs = total }
    if let step = new.step {
      picture.progress.step = step
      let total = new.totalSteps ?? picture.progress.totalSteps
      picture.progress.totalSteps = total.flatMap { $0 >= step ? $0 : nil }
      // Percent and time left belong to the count that they were printed with.
      picture.progress.percent = new.percent
      picture.progress.etaSeconds = new.etaSeconds
      // A phase that trains on shows that an end seen before was not that of the whole.
      if let total = new.totalSteps, step < total { picture.endSeen = false }
      if reading.isStart, before.totalSteps == nil, new.totalSteps == nil, let last = before.step, step < last
      {
        picture.endSeen = false
      }
    } else {
      if picture.progress.step == nil {
        picture.progress.totalSteps = new.totalSteps ?? picture.progress.totalSteps
      }
      picture.progress.percent = new.percent ?? picture.progress.percent
      picture.progress.etaSeconds = new.etaSeconds ?? picture.progress.etaSeconds
    }
  }

  private func announcedTotal(_ reading: LineReading) -> Double? {
    guard picture.progress.totalEpochs == nil, reading.isStart else { return nil }
    return context.announcedEpochs.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Takes up the metrics of a line; nil when there is none that is taken up.
  private mutating func report(of metrics: [LineReading.Metric], offset: Int64) -> MetricReport? {
    var values: [TrainingMetrics.Entry] = []
    for metric in metrics {
      guard picture.metrics.set(metric.name, to: metric.value) else { continue }
      // Of a name that stands twice in a line the later one counts.
      if let place = values.firstIndex(where: { $0.name == metric.name }) {
        values[place].value = metric.value
      } else {
        values.append(TrainingMetrics.Entry(name: metric.name, value: metric.value))
      }
    }
    guard !values.isEmpty else { return nil }
    return MetricReport(
      values: values, epoch: picture.progress.epoch, step: picture.progress.step, offset: offset)
  }

  /// Looks at how the training does.
  ///
  /// - Returns: warnings that were not raised before.
  private mutating func judge(_ report: MetricReport) -> ArraySlice<RunWarning> {
    let known = picture.health.warnings.count
    for entry in report.values {
      picture.health.observe(
        MetricReading(name: entry.name, value: entry.value, epoch: report.epoch, step: report.step),
        isAtEnd: picture.progress.isAtEnd)
    }
    return picture.health.warnings[known...]
  }

  /// Notes where the best state lies.
  ///
  /// What is written now is of the epoch that is trained; what is only named, such as at the end, was written before.
  private mutating func note(_ best: BestCheckpoint, isWritten: Bool) {
    if isWritten {
      picture.best = best
      if best.epoch == nil { picture.best?.epoch = picture.progress.epoch }
    } else {
      picture.best = best.filled(from: picture.best)
    }
  }

  /// Notes a path; false when it was known.
  private mutating func add(_ path: String) -> Bool {
    let isKnown = picture.artifacts.contains(path)
    picture.artifacts.removeAll { $0 == path }
    picture.artifacts.append(path)
    if picture.artifacts.count > LogPicture.maximumArtifacts { picture.artifacts.removeFirst() }
    return !isKnown
  }
}

extension LineText {
  /// Whether a rule has understood the line as a count, and not as that of the training.
  fileprivate func countsSomethingElse(_ reading: LineReading) -> Bool {
    guard reading.isClaimed, !reading.isStart, reading.progress.isEmpty,
      traits.isSuperset(of: [.digit, .slash])
    else { return false }
    // Objects say what they mean: a sign of life is none of progress.
    return firstInk.map { bytes[$0] != ASCII.openBrace && bytes[$0] != ASCII.underscore } ?? false
  }
}

extension TrainingProgress {
  /// Whether the last of what is counted has come.
  fileprivate var isAtEnd: Bool {
    func isLast(_ count: Double?, _ total: Double?) -> Bool? {
      guard let count, let total else { return nil }
      return count >= total
    }
    let isLastStep = isLast(step.map(Double.init), totalSteps.map(Double.init))
    guard let isLastEpoch = isLast(epoch, totalEpochs) else { return isLastStep ?? false }
    return isLastEpoch && isLastStep ?? true
  }

  /// Without what is no number: of a metric that tells something, of how far a training is it tells nothing.
  fileprivate var finite: TrainingProgress {
    func known(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    var progress = self
    progress.epoch = known(epoch)
    progress.totalEpochs = known(totalEpochs)
    progress.percent = known(percent)
    progress.etaSeconds = known(etaSeconds)
    return progress
  }
}
