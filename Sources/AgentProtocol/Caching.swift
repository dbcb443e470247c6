/// How long, and for whom, a client may keep a result (2026-07-28, caching).
package struct Caching: Hashable, Sendable {
  package enum Scope: String, Sendable {
    case `public`, `private`
  }

  package let milliseconds: Int
  package let scope: Scope

  package init(milliseconds: Int, scope: Scope) {
    self.milliseconds = milliseconds
    self.scope = scope
  }

  /// What holds as long as this program runs.
  package static let catalog = Caching(milliseconds: 3_600_000, scope: .public)
  /// What may be another thing at the next moment.
  package static let live = Caching(milliseconds: 0, scope: .private)
}
