/// How far a path exists that something was to be found at.
package enum MissingPath: Hashable, Sendable {
  /// It is there now.
  case isThere
  /// A name like the one that is missing leads on: the path with it, written as the missing one was.
  case near(String)
  /// The last directory on the way that exists, the name that it does not hold, and what it holds if that is little.
  case missing(name: String, in: String, beside: [String])
}
