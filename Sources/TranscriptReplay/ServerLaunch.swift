package import Platform

/// The server to start: a program, what it is told, and what it finds.
package struct ServerLaunch: Sendable {
  /// A path, or a name to be found in PATH.
  package var program: String
  package var arguments: [String]
  package var environment: Environment
  /// nil: the directory of this process.
  package var directory: String?

  package init(
    program: String, arguments: [String], environment: Environment, directory: String? = nil
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
  }
}
