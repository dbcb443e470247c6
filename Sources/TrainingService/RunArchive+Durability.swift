internal import Platform
internal import RunStore
internal import TrainingModel

extension RunArchive {
  /// Waits until a run's specification and its name are on the medium.
  ///
  /// Its supervisor does the same a little later; this is for whoever may not promise the run before.
  func settle(_ id: RunID) throws(SystemError) { try home.directory(of: id).settle() }
}
