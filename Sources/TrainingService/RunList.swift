package import TrainingModel

/// One page of runs, newest first.
package struct RunList: Sendable {
  package let runs: [RunSummary]
  /// How many runs have each status, over all that carry the tag, whatever status was asked for.
  package let counts: [ProcessStatus: Int]
  /// Names the rest; nil when there is none.
  package let nextCursor: String?

  /// Which runs are wanted.
  package struct Query: Sendable {
    package var status: ProcessStatus?
    /// `name`, or `name=value`.
    package var tag: String?
    /// At least 1.
    package var limit: Int
    package var cursor: String?

    package init(status: ProcessStatus? = nil, tag: String? = nil, limit: Int = 20, cursor: String? = nil) {
      self.status = status
      self.tag = tag
      self.limit = limit
      self.cursor = cursor
    }

    func matches(tags: [String: String]) -> Bool {
      guard let tag else { return true }
      let parts = tag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let value = tags[String(parts[0])] else { return false }
      return parts.count == 1 || value == parts[1]
    }
  }
}
