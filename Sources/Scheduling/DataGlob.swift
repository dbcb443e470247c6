/// A pattern of data files, such as `data/**/*.csv`.
///
/// `*` stands for any characters of one name, `?` for one character, `[a-z]` for one of a set and `[!a-z]` for one
/// that is not in it; `**` stands for any number of directories. As in shells, names that begin with a dot are meant
/// only where the pattern writes the dot. Where it ends in a name without wildcards and that is a directory, or in a
/// slash, it stands for all files below.
package struct DataGlob: Hashable, Sendable {
  /// The most bytes that a pattern may have: what a path may have.
  package static let longestText = 4_096

  package let text: String
  package let isAbsolute: Bool
  /// Not empty.
  package let components: [Component]

  /// What one directory or file of a path must be.
  package enum Component: Hashable, Sendable {
    /// This name, `..` too.
    case name(String)
    case pattern(NamePattern)
    /// Any number of directories; as the last, all files below.
    case anyDepth
  }

  /// Reads a pattern.
  package init(_ text: String) throws(DataGlobError) {
    if text.utf8.isEmpty { throw .empty }
    if text.utf8.count > Self.longestText { throw .tooLong }
    if text.utf8.contains(0) { throw .nulCharacter }
    if text.utf8.first == UInt8(ascii: "~") { throw .home }
    self.text = text
    isAbsolute = text.utf8.first == UInt8(ascii: "/")
    var components: [Component] = []
    for part in text.split(separator: "/") where part != "." {
      let component = try Component(String(part), after: components)
      // Twice the same: it would only find each file twice.
      if component == .anyDepth, components.last == .anyDepth { continue }
      components.append(component)
    }
    if components.isEmpty {
      // The directory itself; the root's is nobody's data.
      guard !isAbsolute else { throw .empty }
      components = [.anyDepth]
    } else if text.utf8.last == UInt8(ascii: "/"), components.last != .anyDepth {
      components.append(.anyDepth)
    }
    self.components = components
  }
}

extension DataGlob.Component {
  fileprivate init(_ text: String, after others: [Self]) throws(DataGlobError) {
    if text == "**" {
      self = .anyDepth
      return
    }
    if text == "..", others.contains(where: \.isWildcard) { throw .parentAfterWildcard }
    let pattern = try NamePattern(text)
    self = pattern.isPlain ? .name(text) : .pattern(pattern)
  }

  private var isWildcard: Bool {
    if case .name = self { false } else { true }
  }
}
