import Platform
import TestSupport

/// The programs that were built with the tests: they lie beside them.
enum Programs {
  static let server = path("signalbox")
  static let fuzz = path("fuzz")

  private static func path(_ name: String) -> String {
    let beside = FileSystem.parent(of: CommandLine.arguments[0]) + "/\(name)"
    return FileSystem.isExecutable(beside) ? beside : Repository.path(".build/debug/\(name)")
  }
}
