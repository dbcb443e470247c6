/// Paths as texts, without a look at the disk.
enum LexicalPath {
  /// The absolute path without `.`, `..` and doubled slashes.
  static func normalize(_ path: String, in directory: String) -> String {
    let absolute = path.hasPrefix("/") ? path : directory + "/" + path
    var components: [Substring] = []
    for component in absolute.split(separator: "/") {
      switch component {
      case ".": break
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return "/" + components.joined(separator: "/")
  }
}
