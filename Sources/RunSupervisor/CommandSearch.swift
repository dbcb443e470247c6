internal import Platform
internal import TrainingModel

/// Finds the program that a command names, as execvp(3) does: by path when the name has a slash, else in PATH.
struct CommandSearch {
  let environment: Environment
  /// Where relative paths start.
  let directory: String

  /// The path to execute.
  ///
  /// - Throws: `StartFailure` that names what was tried.
  func resolve(_ command: String) throws(StartFailure) -> String {
    if FileSystem.kind(of: directory) != .directory {
      throw StartFailure(
        problem: .directoryNotFound, message: "There is no directory \(directory) to work in.")
    }
    guard !command.contains("/") else { return try check(absolute(command), as: command) }
    let candidates = ProgramSearch.candidates(for: command, in: environment, directory: directory)
    if let found = candidates.first(where: FileSystem.isExecutable) { return found }
    if let found = candidates.first(where: { FileSystem.kind(of: $0) == .file }) {
      return try check(found, as: command)
    }
    throw StartFailure(
      problem: .commandNotFound,
      message: "There is no program \(command) in PATH (\(ProgramSearch.searchPath(of: environment))).")
  }

  private func check(_ path: String, as command: String) throws(StartFailure) -> String {
    switch FileSystem.kind(of: path) {
    case nil:
      throw StartFailure(problem: .commandNotFound, message: "There is no file \(path).")
    case .file where FileSystem.isExecutable(path): return path
    case .file:
      throw StartFailure(
        problem: .notExecutable,
        message: "\(path) is not executable: start it with its interpreter, or make it so with chmod +x.")
    case .directory, .other:
      throw StartFailure(problem: .notExecutable, message: "\(path) is no program.")
    }
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(directory)/\(path)"
  }
}
