internal import Platform

/// What helps when the files of a run cannot be made.
enum StartRemedy {
  /// One sentence for a person.
  static func text(for error: SystemError, home: String) -> String {
    switch error.kind {
    case .noSpace:
      "The disk or the quota of \(home) is full; make room there, or set SIGNALBOX_HOME to another place."
    case .readOnly:
      "\(home) lies on a read-only file system; set SIGNALBOX_HOME to a place that can be written."
    case .permissionDenied:
      "\(home) may not be written by this user; change its owner, or set SIGNALBOX_HOME."
    case .noLocks, .unsupported:
      "The file system of \(home) has no locks (flock), without which nobody can tell whether a run lives; set "
        + "SIGNALBOX_HOME to a local disk."
    case .tooManyFiles:
      "This server has no file descriptor left; raise the limit (ulimit -n), or end some runs."
    case .notFound, .notExecutable, .exists, .wouldBlock, .noReader, .other:
      "SIGNALBOX_HOME (\(home)) is where the files are kept; see whether that place works."
    }
  }
}
