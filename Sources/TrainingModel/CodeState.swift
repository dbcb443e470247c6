/// What the code of a training was when it was started, as git tells it.
package struct CodeState: Hashable, Sendable {
  /// What of the work tree is not in the commit.
  package enum WorkTree: Hashable, Sendable {
    case clean
    /// Files differ from the commit, or are not in it.
    ///
    /// `digest` is the same for the same differences, and nil where they were more than is looked at.
    case dirty(digest: String?)
  }

  /// Hexadecimal, as git names it.
  package let commit: String
  package let workTree: WorkTree
  /// The top of the work tree, an absolute path.
  package let root: String

  package init(commit: String, workTree: WorkTree, root: String) {
    self.commit = commit
    self.workTree = workTree
    self.root = root
  }

  package var isDirty: Bool { workTree != .clean }

  /// Whether it was the same code; nil where nobody can tell.
  package func isSame(as other: CodeState) -> Bool? {
    if root != other.root || commit != other.commit || isDirty != other.isDirty { return false }
    switch (workTree, other.workTree) {
    case (.dirty(let digest?), .dirty(let otherDigest?)): return digest == otherDigest
    case (.dirty, .dirty): return nil
    default: return true
    }
  }
}
