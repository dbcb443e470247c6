import Platform
import TestSupport
import Testing
import TrainingModel

@testable import RunSupervisor

/// What the code of a run is, by real repositories.
@Suite(.timeLimit(.minutes(10))) struct CodeSurveyTests {
  private func state(
    _ directory: String, _ command: [String] = ["python", "train.py"], seconds: Double = 30
  ) async throws -> CodeState? {
    try await onOwnThread {
      var survey = CodeSurvey(inherited: .current, seconds: seconds)
      return survey?.state(of: command, in: directory)
    }
  }

  private func withRepository(_ body: (GitRepository) async throws -> Void) async throws {
    try await ScratchDirectory.with { scratch in try await body(GitRepository(scratch.path("project"))) }
  }

  @Test func aCommitIsNamed() async throws {
    try await withRepository { repository in
      let commit = try await repository.git("rev-parse", "HEAD").split(separator: "\n").first.map(String.init)
      let found = try #require(try await state(repository.path))
      #expect(found == CodeState(commit: commit ?? "", workTree: .clean, root: repository.path))
      try repository.write("src/a.py", "")
      #expect(try await state("\(repository.path)/src")?.root == repository.path)
    }
  }

  @Test func theSameChangesAreKnownAgain() async throws {
    try await withRepository { repository in
      func changes() async throws -> CodeState.WorkTree? { try await state(repository.path)?.workTree }
      try repository.write("train.py", "print(2)\n")
      let first = try #require(try await changes())
      try repository.write("train.py", "print(3)\n")
      let second = try #require(try await changes())
      try repository.write("train.py", "print(2)\n")
      let third = try #require(try await changes())
      #expect(first == third, "also with another time")
      #expect(Set([.clean, first, second]).count == 3)
      try await repository.git("add", "train.py")
      #expect(try await changes() != .clean)
      try repository.write("train.py", "print(1)\n")
      try await repository.git("add", "train.py")
      #expect(try await changes() == .clean)
    }
  }

  @Test func aTimeAloneIsNoChange() async throws {
    try await withRepository { repository in
      try repository.write("train.py", "print(1)\n")
      #expect(try await state(repository.path)?.workTree == .clean)
    }
  }

  @Test(arguments: ["new.py", "configs/new.yaml", "a name\nwith a line end.py"])
  func codeThatIsNotInTheCommitCounts(name: String) async throws {
    try await withRepository { repository in
      try repository.write(name, "a")
      let first = try #require(try await state(repository.path)?.workTree)
      #expect(first != .clean)
      try repository.write(name, "b")
      #expect(try await state(repository.path)?.workTree != first)
    }
  }

  @Test(arguments: ["run.log", "out/last.ckpt", "runs/events.out.tfevents.17.host.1.0", "pred.csv"])
  func whatTrainingsWriteDoesNotCount(name: String) async throws {
    try await withRepository { repository in
      try repository.write(name, "a")
      #expect(try await state(repository.path)?.workTree == .clean)
    }
  }

  @Test func aFileThatIsGoneCounts() async throws {
    try await withRepository { repository in
      try FileSystem.removeFile("\(repository.path)/train.py")
      #expect(try await state(repository.path)?.isDirty == true)
    }
  }

  @Test func withoutRepositoryCommitOrGitNothingIsKnown() async throws {
    try await ScratchDirectory.with { scratch in
      try FileSystem.makeDirectories(scratch.path("plain"))
      #expect(try await state(scratch.path("plain")) == nil)
      let repository = try await GitRepository(scratch.path("project"))
      try await repository.git("checkout", "-q", "--orphan", "new")
      #expect(try await state(repository.path) == nil)
      #expect(CodeSurvey(inherited: Environment(["PATH": scratch.path]), seconds: 1) == nil)
    }
  }

  @Test func aScriptThatLiesElsewhereTellsWhere() async throws {
    try await ScratchDirectory.with { scratch in
      let repository = try await GitRepository(scratch.path("project"))
      try FileSystem.makeDirectories(scratch.path("work"))
      let command = ["python", "-u", "../project/train.py", "--data", "x"]
      #expect(try await state(scratch.path("work"), command)?.root == repository.path)
      #expect(try await state(repository.path, ["python", "-m", "train"])?.root == repository.path)
      let script = try scratch.write("work/run.sh", "")
      #expect(try await state(repository.path, [script])?.root == repository.path, "else where it works")
    }
  }

  @Test func worktreesAndSubmodulesAreRepositories() async throws {
    try await ScratchDirectory.with { scratch in
      let repository = try await GitRepository(scratch.path("project"))
      try await repository.git("worktree", "add", "-q", scratch.path("tree"))
      #expect(try await state(scratch.path("tree"))?.root == scratch.path("tree"))
      let outer = try await GitRepository(scratch.path("outer"))
      try await outer.git("submodule", "--quiet", "add", repository.path, "lib")
      try await outer.commit()
      #expect(try await state("\(outer.path)/lib")?.root == "\(outer.path)/lib")
      #expect(try await state(outer.path)?.workTree == .clean)
    }
  }

  /// Filters, monitors, hooks and drivers of a repository are programs of whoever made it.
  @Test func nothingOfTheRepositoryIsRun() async throws {
    try await ScratchDirectory.with { scratch in
      let repository = try await GitRepository(scratch.path("project"))
      try repository.write(".gitattributes", "*.py filter=evil diff=evil\n")
      try await repository.commit()
      let trap = try scratch.write("trap", "#!/bin/sh\ntouch \(scratch.path("sprung"))\ncat\n")
      try await repository.git("update-index", "--refresh")
      for name in [
        "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "core.fsmonitor",
        "diff.evil.command",
        "diff.evil.textconv", "diff.external", "core.pager",
      ] { try await repository.git("config", name, "/bin/sh \(trap)") }
      try await repository.git("config", "filter.evil.required", "true")
      try await repository.git("config", "core.hooksPath", scratch.path)
      // As long as before, so that git has to read it.
      try repository.write("train.py", "print(7)\n")
      try repository.write("new.py", "")
      #expect(try await state(repository.path)?.isDirty == true)
      #expect(FileSystem.kind(of: scratch.path("sprung")) == nil)
      // The trap is one.
      try await repository.git("config", "--unset", "filter.evil.process")
      try await repository.git("-c", "core.fsmonitor=false", "hash-object", "train.py")
      #expect(FileSystem.kind(of: scratch.path("sprung")) == .file)
    }
  }

  @Test func whatTakesTooLongIsNotKnown() async throws {
    try await withRepository { repository in
      let found = try await state(repository.path, seconds: 0)
      #expect(found == nil)
    }
  }
}
