import Platform
import TestSupport
import Testing

/// A repository to try things with.
struct GitRepository {
  let path: String

  /// Makes one with a committed `train.py`.
  init(_ path: String) async throws {
    self.path = path
    try FileSystem.makeDirectories(path)
    try await git("init", "-q")
    try write("train.py", "print(1)\n")
    try await commit()
  }

  /// Runs git there, as one who works in it.
  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    let program = try Program.find("git")
    let person = [
      "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false",
      "-c", "protocol.file.allow=always",
    ]
    let output = try await Program.run(
      ProgramLaunch(
        path: program, arguments: ["git"] + person + arguments, environment: .current, directory: path,
        descriptors: []))
    try #require(output.termination == .exited(code: 0), "\(arguments): \(output.errorText)")
    return output.text
  }

  /// Commits all there is.
  func commit() async throws {
    try await git("add", "--all")
    try await git("commit", "-q", "-m", "A step")
  }

  func write(_ name: String, _ text: String) throws {
    try FileSystem.makeDirectories(FileSystem.parent(of: "\(path)/\(name)"))
    try FileSystem.replace("\(path)/\(name)", with: Array(text.utf8), durable: false)
  }
}
