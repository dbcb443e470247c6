/// A part of the list of resources.
package struct ResourcePage: Hashable, Sendable {
  package let resources: [Resource]
  /// Names the rest; nil when there is none.
  package let nextCursor: String?

  package init(resources: [Resource], nextCursor: String?) {
    self.resources = resources
    self.nextCursor = nextCursor
  }
}
