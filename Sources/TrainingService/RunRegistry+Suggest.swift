internal import Platform
internal import TrainingModel

/// What a user who is typing may mean.
extension RunRegistry {
  /// Runs whose identifier begins with the text or whose name holds it.
  ///
  /// - Parameter limit: how many identifiers at most.
  package func runs(
    like text: String, _ order: RunSuggestions.Order, limit: Int
  ) async throws -> RunSuggestions {
    try await knowNames()
    return catalog.suggestions(for: text, order, limit: limit)
  }

  /// Names of runs that hold the text.
  package func names(like text: String) async throws -> [String] {
    try await knowNames()
    return catalog.names(like: text)
  }

  /// Tags of runs, `name=value`, that hold the text.
  package func tags(like text: String) async throws -> [String] {
    try await knowAll()
    return catalog.tags(like: text)
  }

  /// Paths inside the roots that begin with the text.
  ///
  /// - Parameter directory: where relative paths begin; nil for where runs do.
  package func paths(
    like text: String, _ wanted: PathSuggestions.Wanted, in directory: String?
  ) async -> PathSuggestions {
    let suggester = PathSuggester(policy: policy, wanted: wanted, directory: directory)
    return await pathLooks.look { suggester.suggestions(for: text) } ?? .unknown
  }

  /// Waits until all runs are known, with their names: those of earlier servers are read when somebody asks first.
  private func knowNames() async throws {
    try await knowAll()
    guard !knowsNames else { return }
    catalog.addNames(await archive.names())
    knowsNames = true
  }
}
