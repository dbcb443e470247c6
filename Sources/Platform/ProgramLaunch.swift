/// A program to start, with all that it will have; nothing else is inherited.
package struct ProgramLaunch: Sendable {
  /// The file to run; no search is made.
  package var path: String
  package var arguments: [String]
  package var environment: Environment
  /// nil: the directory of this process.
  package var directory: String?
  /// Descriptors of this process that become 0, 1, 2, … in the program.
  package var descriptors: [Int32]
  /// Whether it leads a session and process group of its own.
  package var newSession: Bool
  /// Whether the system kills it when this process dies (Linux; elsewhere without effect).
  package var diesWithParent: Bool

  package init(
    path: String, arguments: [String], environment: Environment, directory: String? = nil,
    descriptors: [Int32], newSession: Bool = false, diesWithParent: Bool = false
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.descriptors = descriptors
    self.newSession = newSession
    self.diesWithParent = diesWithParent
  }
}
