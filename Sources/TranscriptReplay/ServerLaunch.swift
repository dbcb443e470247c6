package import Platform

/// The server to start: a program, what it is told, and what it finds.
package struct ServerLaunch: Sendable {
  /// A path, or a name to be found in PATH.
  package var program: String
  package var arguments: [String]
  package var environment: Environment
  /// nil: the directory of this process.
  package var directory: String?
  /// A file that takes what it says on standard error; nil: where our own goes.
  package var errorFile: String?

  package init(
    program: String, arguments: [String], environment: Environment, directory: String? = nil,
    errorFile: String? = nil
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.errorFile = errorFile
  }
}
