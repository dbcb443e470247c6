/// Errors that calls are made to fail with, by their numbers on Linux.
package enum ErrorNumber: Int32, CaseIterable, Sendable {
  case inputOutput = 5
  case tryAgain = 11
  case tooManyFiles = 24
  case noSpace = 28
  case readOnly = 30
  case noLocks = 37

  /// What errno(3) calls it.
  package var name: String {
    switch self {
    case .inputOutput: "EIO"
    case .tryAgain: "EAGAIN"
    case .tooManyFiles: "EMFILE"
    case .noSpace: "ENOSPC"
    case .readOnly: "EROFS"
    case .noLocks: "ENOLCK"
    }
  }

  /// The system's words for it, which an error that names its cause holds.
  package var words: String {
    switch self {
    case .inputOutput: "Input/output error"
    case .tryAgain: "Resource temporarily unavailable"
    case .tooManyFiles: "Too many open files"
    case .noSpace: "No space left on device"
    case .readOnly: "Read-only file system"
    case .noLocks: "No locks available"
    }
  }
}
