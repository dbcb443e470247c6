package import TrainingModel

/// How a run stands, as its directory and its lock say.
package enum RunCondition: Hashable, Sendable {
  /// Its supervisor lives and has not started the training yet.
  case launching
  case running(StartedProcess)
  case ended(ExitRecord)
}
