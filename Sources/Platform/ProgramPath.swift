#if os(macOS)
  internal import Darwin
#endif

/// Where the running program lies.
package enum ProgramPath {
  /// A path that starts this very program again, absolute.
  ///
  /// On Linux that works also when the file was replaced or deleted since: then it is the kernel's own link.
  package static var current: String {
    #if os(Linux)
      let link = "/proc/self/exe"
      guard let path = FileSystem.resolve(link), FileSystem.isExecutable(path) else { return link }
      return path
    #else
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return CommandLine.arguments[0] }
      let path = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      return FileSystem.resolve(path) ?? path
    #endif
  }
}
