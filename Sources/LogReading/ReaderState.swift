import TrainingModel

/// What a reader remembers between lines, and how a line changes it.
struct ReaderState {
  private(set) var picture = LogPicture()
  private var context = ReadingContext()

  /// Reads one segment: the bytes of `range`, without its terminator.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, traits: LineTraits, offset: Int64,
    into events: inout [LogEvent]
  ) {
    let traits = context.table.isEmpty ? traits : traits.union(.table)
    guard FrameworkRules.isWanted(traits) else { return }
    if traits.contains(.control) {
      let clean = Array(LineScreen.visible(bytes[range]).utf8)
      let found = clean.withUnsafeBufferPointer { SegmentScanner.scan($0, from: 0).traits }
      let traits = found.union(traits.intersection(.table))
      read(clean, traits: traits, offset: offset, into: &events)
    } else {
      read(Array(bytes[range]), traits: traits, offset: offset, into: &events)
    }
  }

  private mutating func read(
    _ bytes: [UInt8], traits: LineTraits, offset: Int64, into events: inout [LogEvent]
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
      rule.read(text, &context, into: &reading)
    }
    if let line, !reading.isEmpty { apply(reading, line, into: &events) }
  }

  private mutating func apply(_ reading: LineReading, _ line: LineText, into events: inout [LogEvent]) {
    if reading.isStart, picture.started == nil {
      let start = line.logLine
      picture.started = start
      events.append(.trainingStarted(start))
    }
    if let stage = reading.stage {
      picture.progress.stage = stage.name
      events.append(.stage(stage))
    }
    let before = picture.progress
    merge(reading)
    if picture.progress != before { events.append(.progress(picture.progress)) }
    if !reading.metrics.isEmpty { add(reading.metrics, into: &events) }
    for path in reading.artifacts { add(path, into: &events) }
    if reading.isEnd, !picture.endSeen {
      picture.endSeen = true
      events.append(.trainingEnded)
    }
    if let error = reading.error {
      picture.error = error
      events.append(.trainingError(error))
    }
  }

  private mutating func merge(_ reading: LineReading) {
    let new = reading.progress
    if reading.beginsEpoch, new.epoch != picture.progress.epoch {
      picture.progress.step = nil
      picture.progress.totalSteps = nil
      picture.progress.percent = nil
      picture.progress.etaSeconds = nil
    }
    if let epoch = new.epoch { picture.progress.epoch = epoch }
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
    } else {
      picture.progress.percent = new.percent ?? picture.progress.percent
      picture.progress.etaSeconds = new.etaSeconds ?? picture.progress.etaSeconds
    }
  }

  private func announcedTotal(_ reading: LineReading) -> Double? {
    picture.progress.totalEpochs == nil && reading.isStart ? context.announcedEpochs : nil
  }

  private mutating func add(_ metrics: [LineReading.Metric], into events: inout [LogEvent]) {
    var values: [String: Double] = [:]
    for metric in metrics {
      picture.metrics.set(metric.name, to: metric.value)
      values[metric.name] = metric.value
    }
    events.append(.metrics(values))
  }

  private mutating func add(_ path: String, into events: inout [LogEvent]) {
    let isKnown = picture.artifacts.contains(path)
    picture.artifacts.removeAll { $0 == path }
    picture.artifacts.append(path)
    if picture.artifacts.count > LogPicture.maximumArtifacts { picture.artifacts.removeFirst() }
    if !isKnown { events.append(.artifact(path: path)) }
  }
}
