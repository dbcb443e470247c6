internal import Platform

/// What was built together with the program that runs, be it tests or a proof: it lies in one directory with it.
package enum BuiltProduct {
  /// The program under test.
  package static let signalbox = path("signalbox") ?? Repository.path(".build/debug/signalbox")

  /// The file of a product; nil when there is none.
  package static func path(_ name: String) -> String? {
    // On some systems tests run inside of a program of the toolchain; then the first argument is what was built.
    let places = [ProgramPath.current, CommandLine.arguments[0]].map(FileSystem.parent(of:))
    return places.map { "\($0)/\(name)" }.first { FileSystem.kind(of: $0) == .file }
  }
}
