package import Platform

/// A new directory that is removed with all in it when the test that asked for it is over.
package struct ScratchDirectory: Sendable {
  /// Absolute, symbolic links resolved.
  package let path: String

  /// Runs `body` with a directory of its own.
  ///
  /// A closure and no `deinit`, so that the directory is there to the end of the test and not only to its last
  /// mention.
  package static func with<Result>(
    _ body: (ScratchDirectory) async throws -> Result
  ) async throws -> Result {
    let made = try FileSystem.makeTemporaryDirectory(prefix: "signalbox-tests-")
    let path = FileSystem.resolve(made) ?? made
    defer {
      // What is left in the system's place for temporary files is no fault of the test.
      try? FileSystem.removeTree(path)
    }
    return try await body(ScratchDirectory(path: path))
  }

  /// A path in the directory.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and returns its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws(SystemError) -> String {
    try FileSystem.replace(path(name), with: Array(text.utf8), durable: false)
    return path(name)
  }

  /// The names of what is in it, sorted.
  package func entries() throws(SystemError) -> [String] { try FileSystem.entries(of: path).sorted() }
}
