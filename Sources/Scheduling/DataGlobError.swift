/// Why a text is no pattern of data files.
package enum DataGlobError: Error, Hashable, Sendable {
  case empty
  /// It is longer than any path.
  case tooLong
  case nulCharacter
  /// It begins with `~`, which only shells know.
  case home
  case backslash
  case brace
  /// `**` beside other characters of its component.
  case besideDoubleStar(component: String)
  /// `..` after a wildcard: the same file would have many names.
  case parentAfterWildcard
  case openBracket(component: String)
  /// A range in brackets whose end comes before its start.
  case backwardRange(component: String)

  /// What is wrong.
  package var message: String {
    switch self {
    case .empty: "names no file"
    case .tooLong: "is longer than any path"
    case .nulCharacter: "holds a NUL character"
    case .home: "begins with '~', which only shells know"
    case .backslash: "holds a backslash, which escapes nothing here"
    case .brace: "holds a brace, which means nothing here"
    case .besideDoubleStar(let component):
      "'**' has other characters beside it in '\(Quote.short(component))'"
    case .parentAfterWildcard: "has '..' after a wildcard"
    case .openBracket(let component): "a bracket is not closed in '\(Quote.short(component))'"
    case .backwardRange(let component): "a range ends before it begins in '\(Quote.short(component))'"
    }
  }

  /// What to write instead.
  package var hint: String {
    switch self {
    case .empty: "write a path such as data/**/*.csv"
    case .tooLong: "write at most \(DataGlob.longestText) bytes"
    case .nulCharacter: "leave it out"
    case .home: "write the whole path of the home directory"
    case .backslash: "write [*], [?] or [[] for the character itself"
    case .brace: "write one glob for each alternative, or [{] for the character itself"
    case .besideDoubleStar: "give '**' a component of its own, such as data/**/*.csv, or write one '*'"
    case .parentAfterWildcard: "write the path without '..'"
    case .openBracket: "close it, or write [[] for the character itself"
    case .backwardRange: "write the lower end first, such as [0-9]"
    }
  }
}
