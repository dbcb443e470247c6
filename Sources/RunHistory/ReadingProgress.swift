package import LogReading
package import TrainingModel

/// What a server read of a log since it last saved.
package struct ReadingProgress: Hashable, Sendable {
  /// Bytes from the start of the log to where this reading began.
  package let start: Int64
  /// Where it stands now.
  package let checkpoint: LogReader.Checkpoint
  package let events: [HistoryEvent]
  package let metrics: [MetricReport]
  /// When the first sign of training was seen; nil when it was not, or nobody knows when.
  package let trainingStartedAt: Timestamp?
  /// Seconds from the start of the process to the first sign of training.
  package let startedAfter: Double?

  package init(
    from start: Int64 = 0, to checkpoint: LogReader.Checkpoint, events: [HistoryEvent] = [],
    metrics: [MetricReport] = [],
    trainingStartedAt: Timestamp? = nil, startedAfter: Double? = nil
  ) {
    self.start = start
    self.checkpoint = checkpoint
    self.events = events
    self.metrics = metrics
    self.trainingStartedAt = trainingStartedAt
    self.startedAfter = startedAfter
  }

  /// What the events of a reader come to.
  ///
  /// - Parameter time: when they were read.
  package init(
    from start: Int64 = 0, to checkpoint: LogReader.Checkpoint, events: [LogEvent], at time: Timestamp,
    trainingStartedAt: Timestamp? = nil, startedAfter: Double? = nil
  ) {
    self.init(
      from: start, to: checkpoint, events: events.compactMap { HistoryEvent($0, at: time) },
      metrics: events.compactMap { event in
        if case .metrics(let report) = event.kind { report } else { nil }
      },
      trainingStartedAt: trainingStartedAt, startedAfter: startedAfter)
  }
}
