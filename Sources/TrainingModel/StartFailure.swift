/// Why a command could not be started at all.
package struct StartFailure: Error, Hashable, Sendable {
  /// What was wrong with it.
  package enum Problem: String, CaseIterable, Sendable {
    case commandNotFound = "command_not_found"
    case notExecutable = "not_executable"
    case directoryNotFound = "directory_not_found"
    case permissionDenied = "permission_denied"
    /// The system had no process, memory or descriptor left, or its interpreter is missing.
    case systemError = "system_error"
  }

  package let problem: Problem
  /// One sentence with the path that was tried and the system's own words.
  package let message: String

  package init(problem: Problem, message: String) {
    self.problem = problem
    self.message = message
  }
}
