#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A name in a directory.
package struct DirectoryEntry: Hashable, Sendable {
  /// As the file system has it; it need not be UTF-8.
  package let name: [UInt8]
  package let hint: Hint

  /// What the directory itself says of what has the name, without a look at it.
  package enum Hint: Sendable {
    case directory, file
    /// A symbolic link, something else, or the file system does not tell.
    case unknown
  }

  /// Calls `body` with what is in a directory, in no order, until that returns false.
  ///
  /// - Throws: also when it can be read in part only.
  package static func forEach(
    in path: [UInt8], _ body: (DirectoryEntry) -> Bool
  ) throws(SystemError) {
    let shown = String(decoding: path, as: UTF8.self)
    guard let directory = opendir(path.cString) else { throw .last("opendir", shown) }
    defer { closedir(directory) }
    while true {
      errno = 0
      guard let entry = readdir(directory) else { break }
      let found = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let text = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
        return DirectoryEntry(
          name: [UInt8](UnsafeRawBufferPointer(start: pointer, count: strlen(text))),
          hint: Hint(type: Int32(entry.pointee.d_type)))
      }
      let isOwn = found.name == Array(".".utf8) || found.name == Array("..".utf8)
      if !isOwn, !body(found) { return }
    }
    guard errno == 0 else { throw .last("readdir", shown) }
  }
}

extension DirectoryEntry.Hint {
  fileprivate init(type: Int32) {
    switch type {
    case Int32(DT_DIR): self = .directory
    case Int32(DT_REG): self = .file
    default: self = .unknown
    }
  }
}
