package import Platform

/// The files that these tests were built from.
package enum Repository {
  /// The directory that holds `Package.swift`.
  package static let root: String = {
    var path = #filePath
    for _ in 1...3 { path = FileSystem.parent(of: path) }
    return path
  }()

  /// A file or directory of the repository.
  package static func path(_ name: String) -> String { "\(root)/\(name)" }

  /// The bytes of a file of the repository.
  package static func bytes(_ name: String) throws(SystemError) -> [UInt8] {
    try FileSystem.read(path(name))
  }

  /// The text of a file of the repository.
  package static func text(_ name: String) throws(SystemError) -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Every file under a directory of the repository whose name ends in `suffix`, by path from the root, sorted.
  package static func files(under name: String, suffix: String) throws(SystemError) -> [String] {
    var found: [String] = []
    for entry in try FileSystem.entries(of: path(name)) {
      let below = "\(name)/\(entry)"
      if FileSystem.kind(of: path(below)) == .directory {
        found += try files(under: below, suffix: suffix)
      } else if entry.hasSuffix(suffix) {
        found.append(below)
      }
    }
    return found.sorted()
  }
}
