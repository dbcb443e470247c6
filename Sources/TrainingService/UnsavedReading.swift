internal import LogReading
internal import RunHistory
internal import TrainingModel

/// What was read in a log since the history was told last.
struct UnsavedReading: Sendable {
  /// How far the history knows the log.
  let savedOffset: Int64
  private(set) var events: [HistoryEvent] = []
  private(set) var metrics: [MetricReport] = []

  init(savedOffset: Int64 = 0) { self.savedOffset = savedOffset }

  /// Takes what a piece of the log said; progress alone is in the checkpoint and is no event.
  mutating func add(_ news: [LogEvent], at time: Timestamp) {
    for event in news {
      if case .metrics(let report) = event.kind {
        metrics.append(report)
      } else if let entry = HistoryEvent(event, at: time) {
        events.append(entry)
      }
    }
  }

  /// All of it with how far the log is read now.
  func progress(
    to checkpoint: LogReader.Checkpoint, seen moment: ManagedRun.TrainingStart.Moment?
  ) -> ReadingProgress {
    ReadingProgress(
      from: savedOffset, to: checkpoint, events: events, metrics: metrics, trainingStartedAt: moment?.wall,
      startedAfter: moment?.after)
  }
}
