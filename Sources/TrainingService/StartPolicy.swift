internal import Platform

/// Where runs may work, and whether any may start.
package struct StartPolicy: Sendable {
  /// Absolute, symbolic links resolved.
  package let roots: [String]
  package let isReadOnly: Bool
  /// Where a run works when nothing is said.
  private let startDirectory: String

  /// - Parameters:
  ///   - roots: directories that were named when the server was started; none means its own directory, unless
  ///     that is `/`, where some hosts start servers.
  ///   - startDirectory: the server's own directory.
  package init(roots: [String], startDirectory: String, isReadOnly: Bool) {
    let named = roots.isEmpty && startDirectory != "/" ? [startDirectory] : roots
    self.roots = named.map { FileSystem.resolve($0) ?? LexicalPath.normalize($0, in: startDirectory) }
    self.startDirectory = FileSystem.resolve(startDirectory) ?? startDirectory
    self.isReadOnly = isReadOnly
  }

  /// The directory for a run, absolute.
  ///
  /// A directory that does not exist passes when its path lies inside a root: that it is missing is for the
  /// start itself to say.
  func directory(for wanted: String?) throws(ServiceError) -> String {
    if isReadOnly { throw .readOnly }
    guard let base else { throw .noRoot }
    guard let wanted else { return base }
    let path = LexicalPath.normalize(wanted, in: base)
    let resolved = FileSystem.resolve(path) ?? path
    guard allows(resolved) else { throw .outsideRoots(directory: resolved, roots: roots) }
    return resolved
  }

  /// Where a run works when nothing is said, and where relative paths begin; nil without a root.
  var base: String? { allows(startDirectory) ? startDirectory : roots.first }

  /// Whether a path with its links resolved lies inside a root.
  func allows(_ path: String) -> Bool {
    roots.contains { $0 == "/" || path == $0 || path.hasPrefix($0 + "/") }
  }
}
