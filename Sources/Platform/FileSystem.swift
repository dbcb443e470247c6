internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Files and directories by path.
package enum FileSystem {
  /// What a path leads to.
  package enum Kind: Sendable {
    case file, directory, other
  }

  /// What is at `path`; nil when nothing is or it cannot be seen.
  ///
  /// - Parameter followsLinks: whether a symbolic link stands for what it leads to; else it is `other`.
  package static func kind(of path: String, followsLinks: Bool = true) -> Kind? {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// When the content of a file was changed last, in nanoseconds since 1970; nil when it is not there.
  package static func modificationTime(of path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Bytes that a file or directory itself takes up on its medium; holes take none.
  ///
  /// nil when it is not there.
  package static func allocatedBytes(of path: String) -> Int64? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Int64(status.st_blocks) * 512  // whatever the size of a block: stat(2)
  }

  /// Removes a file; content when it is not there.
  package static func removeFile(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .last("unlink", path) }
  }

  /// Whether the file may be run by this process.
  package static func isExecutable(_ path: String) -> Bool {
    kind(of: path) == .file && access(path, X_OK) == 0
  }

  /// Makes a directory and those above it, each with mode 0700; content that is there already.
  package static func makeDirectories(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) != 0 else { return }
    switch errno {
    case EEXIST where kind(of: path) == .directory: return
    case ENOENT:
      let parent = parent(of: path)
      guard parent != path else { throw .last("mkdir", path) }
      try makeDirectories(parent)
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last("mkdir", path) }
    default: throw .last("mkdir", path)
    }
  }

  /// Makes one new directory with mode 0700; an error when it is there.
  package static func makeDirectory(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) == 0 else { throw .last("mkdir", path) }
  }

  /// Makes a FIFO that only its owner may open.
  package static func makeFIFO(_ path: String) throws(SystemError) {
    guard mkfifo(path, 0o600) == 0 else { throw .last("mkfifo", path) }
  }

  /// All of a file, at most `limit` bytes; also of a file of the kernel's that does not tell its size.
  package static func read(_ path: String, limit: Int = 1 << 24) throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor.open(path, .reading)
    // One byte more than there should be, so that the end is seen at once.
    let expected = Int(try file.size()) + 1
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let piece = min(limit - bytes.count, max(expected - bytes.count, 4096))
      let part = try file.read(at: Int64(bytes.count), limit: piece)
      bytes += part
      if part.count < piece { break }
    }
    return bytes
  }

  /// Puts a file in the place of another in one step: a reader sees the old or the new, never a part.
  ///
  /// - Parameter durable: whether to wait until both the data and the name are on the medium.
  package static func replace(
    _ path: String, with bytes: [UInt8], durable: Bool
  ) throws(SystemError) {
    let temporary = path + ".new"
    do throws(SystemError) {
      let file = try FileDescriptor.open(temporary, .replacing)
      try file.write(bytes)
      if durable { try file.synchronize() }
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw SystemError(call: error.call, path: path, code: error.code)
    }
    if durable { try synchronize(parent(of: path)) }
  }

  /// Waits until the content of a file, or the names in a directory, are on the medium.
  package static func synchronize(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      try FileDescriptor.open(path, .reading).synchronize()
    } catch {
      throw SystemError(call: error.call, path: path, code: error.code)
    }
  }

  /// Gives a file or directory another name on the same file system, in one step.
  package static func rename(_ path: String, to newPath: String) throws(SystemError) {
    #if canImport(Darwin)
      let result = Darwin.rename(path, newPath)
    #elseif canImport(Musl)
      let result = Musl.rename(path, newPath)
    #else
      let result = Glibc.rename(path, newPath)
    #endif
    guard result == 0 else { throw .last("rename", newPath) }
  }

  /// Deletes a directory and all in it; content when it is not there.
  package static func removeTree(_ path: String) throws(SystemError) {
    guard kindWithoutFollowing(path) == .directory else {
      guard unlink(path) == 0 || errno == ENOENT else { throw .last("unlink", path) }
      return
    }
    for name in try entries(of: path) { try removeTree(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw .last("rmdir", path) }
  }

  /// The names in a directory, in no order.
  package static func entries(of path: String) throws(SystemError) -> [String] {
    var names: [String] = []
    try forEachEntry(of: path) { names.append(String(decoding: $0, as: UTF8.self)) }
    return names
  }

  /// Calls `body` with the bytes of each name in a directory, in no order; they are its own for the call only.
  package static func forEachEntry(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(SystemError) {
    try forEachEntry(of: path) { name in
      body(name)
      return true
    }
  }

  /// The first names in a directory, in no order, and whether they are all.
  package static func someEntries(
    of path: String, limit: Int
  ) throws(SystemError) -> (names: [String], isWhole: Bool) {
    var names: [String] = []
    var isWhole = true
    try forEachEntry(of: path) { name in
      isWhole = names.count < limit
      if isWhole { names.append(String(decoding: name, as: UTF8.self)) }
      return isWhole
    }
    return (names, isWhole)
  }

  /// The same for as long as `body` wants more.
  private static func forEachEntry(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(SystemError) {
    guard let directory = opendir(path) else { throw .last("opendir", path) }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let wantsMore = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let name = UnsafeRawBufferPointer(
          start: pointer, count: strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)))
        if name.first == UInt8(ascii: "."),
          name.count == 1 || name.count == 2 && name[1] == UInt8(ascii: ".")
        {
          return true
        }
        return body(name)
      }
      guard wantsMore else { return }
    }
  }

  /// The path with symbolic links, `.` and `..` resolved; nil when nothing is there.
  package static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The directory this process works in.
  package static func currentDirectory() -> String { resolve(".") ?? "/" }

  /// A new directory of one's own under the system's place for temporary files.
  package static func makeTemporaryDirectory(prefix: String) throws(SystemError) -> String {
    let base = Environment.current["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .last("mkdtemp", base) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Everything before the last component.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func kindWithoutFollowing(_ path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other
  }
}
