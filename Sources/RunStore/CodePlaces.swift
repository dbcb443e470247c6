internal import Platform

/// Where the code of a command may lie: beside the script that it names, else where it works.
package struct CodePlaces {
  /// The most telling one first.
  package let directories: [String]

  /// - Parameter directory: in which the command works.
  package init(of command: [String], in directory: String) {
    let script = command.first { argument in
      guard !argument.hasPrefix("-"), Self.isScript(argument) else { return false }
      return FileSystem.kind(of: Self.absolute(argument, in: directory)) == .file
    }
    let place = script.flatMap { FileSystem.resolve(Self.absolute($0, in: directory)) }
    let beside = place.map(FileSystem.parent)
    directories = ([beside, directory] as [String?]).compactMap(\.self)
  }

  /// Whether one of them may lie in a repository of git, which can be seen without git: it looks upward for `.git`, a
  /// directory or a file (gitrepository-layout(5)).
  package var mayLieInRepository: Bool {
    directories.contains { directory in
      var place = FileSystem.resolve(directory) ?? directory
      while true {
        if FileSystem.kind(of: place == "/" ? "/.git" : "\(place)/.git") != nil { return true }
        let parent = FileSystem.parent(of: place)
        if parent == place || !parent.hasPrefix("/") { return false }
        place = parent
      }
    }
  }

  private static func absolute(_ path: String, in directory: String) -> String {
    path.hasPrefix("/") ? path : "\(directory)/\(path)"
  }

  private static func isScript(_ argument: String) -> Bool {
    let name = argument.utf8.split(separator: UInt8(ascii: "/")).last ?? argument.utf8[...]
    let parts = name.split(separator: UInt8(ascii: "."))
    guard parts.count > 1, let ending = parts.last else { return false }
    return endings.contains(String(decoding: ending, as: UTF8.self))
  }

  private static let endings: Set = [
    "py", "sh", "bash", "R", "r", "jl", "lua", "m", "pl", "rb", "js", "ts", "ipynb",
  ]
}
