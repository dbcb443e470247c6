/// Finds programs by name, as a shell and execvp(3) do.
package enum ProgramSearch {
  /// What counts where there is no PATH.
  private static let defaultPath = "/usr/local/bin:/usr/bin:/bin"

  /// The path of a program: `name` itself when it has a slash, else the first in PATH; nil when there is none.
  package static func path(of name: String, in environment: Environment) -> String? {
    if name.utf8.contains(UInt8(ascii: "/")) {
      return FileSystem.isExecutable(name) ? FileSystem.resolve(name) : nil
    }
    return candidates(for: name, in: environment, directory: FileSystem.currentDirectory())
      .first(where: FileSystem.isExecutable)
  }

  /// Where a program without a slash in its name may be, in the order of PATH, whether there is anything or not.
  ///
  /// - Parameter directory: where relative places start; an empty place is this directory itself.
  package static func candidates(
    for name: String, in environment: Environment, directory: String
  ) -> [String] {
    searchPath(of: environment).split(separator: ":", omittingEmptySubsequences: false).map { place in
      let place = place.hasPrefix("/") ? String(place) : place.isEmpty ? directory : "\(directory)/\(place)"
      return "\(place)/\(name)"
    }
  }

  /// PATH, or what takes its place.
  package static func searchPath(of environment: Environment) -> String { environment["PATH"] ?? defaultPath }
}
