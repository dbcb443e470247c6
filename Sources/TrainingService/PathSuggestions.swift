/// Paths that may be meant by what was typed, most useful first; directories end in `/`.
package struct PathSuggestions: Hashable, Sendable {
  package enum Wanted: Sendable {
    case directories
    /// Scripts, and the directories on the way to them.
    case scripts
  }

  package let paths: [String]
  /// Whether these are all there are.
  package let isWhole: Bool

  /// Nobody looked.
  static let unknown = PathSuggestions(paths: [], isWhole: false)
}
