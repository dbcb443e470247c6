/// Runs that may be meant by what was typed, most useful first.
package struct RunSuggestions: Hashable, Sendable {
  /// Which come first; newer before older within each group.
  package enum Order: Sendable {
    case newest
    /// Failed ones, then the others.
    case failedFirst
    /// Completed ones, then failed and killed ones; none that has not ended.
    case endedOnly
  }

  package let ids: [String]
  /// How many fit in all.
  package let total: Int
}
