package import Platform

/// Finds programs by name, as a shell does.
package enum ProgramSearch {
  /// The path of a program: `name` itself when it has a slash, else the first in PATH; nil when there is none.
  package static func path(of name: String, in environment: Environment) -> String? {
    if name.contains("/") { return FileSystem.isExecutable(name) ? FileSystem.resolve(name) : nil }
    let places = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return places.map { "\($0)/\(name)" }.first(where: FileSystem.isExecutable)
  }
}
