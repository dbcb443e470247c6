internal import LogReading
internal import TrainingModel
internal import TrainingService

/// What `train_start` says of the start-up.
enum StartVerdict: String {
  /// The log shows the first sign of training.
  case started
  /// Alive, and no sign yet.
  case starting
  case completed
  /// Its supervisor has not started it yet.
  case queued
  /// It ended otherwise.
  case error

  init(_ picture: RunPicture) {
    switch picture.status {
    case .completed: self = .completed
    case .failed, .killed: self = .error
    case .queued: self = .queued
    case .running, .paused: self = picture.log.started == nil ? .starting : .started
    }
  }
}
