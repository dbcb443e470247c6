package import JSON
package import TrainingModel

/// Something that happened to a run or a schedule, as the feed tells it.
package struct HistoryEvent: Hashable, Sendable {
  /// What happened; later programs may know more than these.
  package struct Kind: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let created = Kind(rawValue: "created")
    /// The process of the training runs.
    package static let started = Kind(rawValue: "started")
    /// The first sign of training was seen in the log.
    package static let trainingStarted = Kind(rawValue: "training_started")
    package static let stage = Kind(rawValue: "stage")
    package static let artifact = Kind(rawValue: "artifact")
    package static let warning = Kind(rawValue: "warning")
    package static let trainingError = Kind(rawValue: "training_error")
    /// The log says that the whole training is done.
    package static let trainingEnded = Kind(rawValue: "training_ended")
    /// The log says that training stops before its last epoch, because it no longer improves.
    package static let stoppedEarly = Kind(rawValue: "stopped_early")
    /// The log says that there was nothing left to train.
    package static let nothingToDo = Kind(rawValue: "nothing_to_do")
    /// The run has ended, and its log was read to the end.
    package static let ended = Kind(rawValue: "ended")
    /// An occurrence of a schedule came due, and a run was started for it.
    package static let scheduleFired = Kind(rawValue: "schedule_fired")
    /// An occurrence was not started, for a reason that the schedule names.
    package static let scheduleSkipped = Kind(rawValue: "schedule_skipped")
    package static let scheduleMissed = Kind(rawValue: "schedule_missed")
    /// An occurrence failed before it had a run, or a schedule can start nothing although it should.
    package static let scheduleFailed = Kind(rawValue: "schedule_failed")
    /// Nothing is left for a schedule to start.
    package static let scheduleCompleted = Kind(rawValue: "schedule_completed")
  }

  /// When it happened; of what a log says, when it was read.
  package let time: Timestamp
  package let kind: Kind
  /// Bytes from the start of the log to the line that said it; nil for what no line said.
  package let offset: Int64?
  /// What else there is to say, by the names of the wire.
  package let detail: JSONObject

  package init(time: Timestamp, kind: Kind, offset: Int64? = nil, detail: JSONObject = [:]) {
    self.time = time
    self.kind = kind
    self.offset = offset
    self.detail = detail
  }
}
