import Testing
import TrainingModel

@Suite struct CodeStateTests {
  private func state(
    _ commit: String = "a", _ workTree: CodeState.WorkTree = .clean, root: String = "/r"
  ) -> CodeState {
    CodeState(commit: commit, workTree: workTree, root: root)
  }

  @Test func theSameCommitAndTheSameChangesAreTheSame() {
    #expect(state().isSame(as: state()) == true)
    #expect(state("a", .dirty(digest: "1")).isSame(as: state("a", .dirty(digest: "1"))) == true)
  }

  @Test func anotherCommitChangeOrRepositoryIsNot() {
    #expect(state().isSame(as: state("b")) == false)
    #expect(state().isSame(as: state("a", .dirty(digest: nil))) == false)
    #expect(state("a", .dirty(digest: "1")).isSame(as: state("a", .dirty(digest: "2"))) == false)
    #expect(state().isSame(as: state(root: "/s")) == false)
  }

  @Test func changesThatWereTooManyCannotBeCompared() {
    #expect(state("a", .dirty(digest: nil)).isSame(as: state("a", .dirty(digest: "2"))) == nil)
  }
}
