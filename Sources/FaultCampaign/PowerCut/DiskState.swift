package import Platform

/// What lies on a disk: paths from its root.
package struct DiskState: Sendable {
  /// Each behind the one that it lies in.
  package internal(set) var directories: [String] = []
  package internal(set) var files: [(path: String, bytes: [UInt8])] = []

  init() {}

  /// The content of a file; nil when it is not there.
  package subscript(path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }

  /// Makes the files for real, in a directory that is made anew.
  package func materialize(at path: String) throws(SystemError) {
    try FileSystem.removeTree(path)
    try FileSystem.makeDirectory(path)
    for directory in directories { try FileSystem.makeDirectory("\(path)/\(directory)") }
    for file in files { try FileDescriptor.open("\(path)/\(file.path)", .replacing).write(file.bytes) }
  }
}
