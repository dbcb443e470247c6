#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension FileSystem {
  /// Gives a file or directory another name in the same file system, in one step.
  ///
  /// - Throws: of kind `exists` when there is something by that name: nothing is replaced.
  package static func move(_ path: String, to newPath: String) throws(SystemError) {
    var status = stat()
    guard lstat(newPath, &status) != 0 else {
      throw SystemError(call: "rename", path: newPath, code: EEXIST)
    }
    guard rename(path, newPath) == 0 else { throw .last("rename", path) }
  }
}
