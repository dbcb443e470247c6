internal import Digests

extension RunSpecification {
  /// What is another than with an earlier run: command, directory, and the variables that the caller set.
  package func changes(since earlier: RunSpecification) -> [FailureRecurrence.Change] {
    var changes: [FailureRecurrence.Change] = []
    if command != earlier.command { changes.append(.command) }
    if workingDirectory != earlier.workingDirectory { changes.append(.directory) }
    if !hasSameEnvironment(as: earlier) { changes.append(.environment) }
    return changes
  }

  private func hasSameEnvironment(as other: RunSpecification) -> Bool {
    guard environmentNames == other.environmentNames else { return false }
    // Where the values are not known they may be others.
    return environmentNames.isEmpty
      || environmentDigest != nil && environmentDigest == other.environmentDigest
  }

  /// The same for runs that were started the same way, of the same code; nil where that cannot be told.
  package func startDigest(_ code: CodeState?) -> String? {
    guard let code, environmentNames.isEmpty || environmentDigest != nil else { return nil }
    var digest = PieceDigest()
    for list in [command, [workingDirectory], environmentNames] {
      digest.add("\(list.count)")
      for text in list { digest.add(text) }
    }
    digest.add(environmentDigest ?? "")
    for text in [code.root, code.commit] { digest.add(text) }
    switch code.workTree {
    case .clean: digest.add("clean")
    case .dirty(let changes?): digest.add("dirty \(changes)")
    case .dirty(nil): return nil
    }
    return digest.text
  }
}
