internal import RunStore
internal import TrainingModel

/// A run as the registry has it.
enum KnownRun {
  /// One that is followed.
  case managed(ManagedRun)
  /// One that has ended: nothing of it changes any more.
  case ended(RunPicture)

  var id: RunID {
    switch self {
    case .managed(let run): run.id
    case .ended(let picture): picture.id
    }
  }

  /// Whether all is known of it that will ever be.
  var isEnded: Bool {
    switch self {
    case .managed(let run): run.isEnded
    case .ended: true
    }
  }

  var situation: RunPicture.Situation {
    switch self {
    case .managed(let run): run.situation
    case .ended(let picture): picture.situation
    }
  }

  var status: ProcessStatus {
    switch self {
    case .managed(let run): run.state.processStatus
    case .ended(let picture): picture.status
    }
  }
}
