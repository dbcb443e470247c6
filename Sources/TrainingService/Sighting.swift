internal import TrainingModel

/// Something that a server sees of a run besides what its log says, by its own clock or by its own looks.
///
/// Servers that follow the same run see it some moments apart, each in its own figures. So nobody tells what it saw
/// itself: it is kept first (``RunArchive/keep(_:of:)``), and all tell what was kept first.
enum Sighting: Sendable {
  /// The first sign of training, when it was read.
  case start(ManagedRun.TrainingStart.Moment)
  /// Something to warn of.
  ///
  /// - Parameter after: the last one of its kind that is over, by its number in the feed; 0 where none is.
  case warning(RunWarning, after: Int64)
}
