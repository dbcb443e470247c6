import Platform
import RunStore
import TestSupport
import Testing

@Suite struct CodePlacesTests {
  @Test func aRepositoryIsSeenFromAnyDirectoryBelowIt() async throws {
    try await ScratchDirectory.with { scratch in
      let below = scratch.path + "/project/src/deep"
      try FileSystem.makeDirectories(below)
      #expect(!CodePlaces(of: ["true"], in: below).mayLieInRepository)
      try FileSystem.makeDirectories(scratch.path + "/project/.git")
      #expect(CodePlaces(of: ["true"], in: below).mayLieInRepository)
      #expect(CodePlaces(of: ["true"], in: scratch.path + "/project").mayLieInRepository)
      #expect(!CodePlaces(of: ["true"], in: scratch.path).mayLieInRepository)
    }
  }

  /// Worktrees and submodules have a file there.
  @Test func aFileThatLeadsToARepositoryIsOneToo() async throws {
    try await ScratchDirectory.with { scratch in
      _ = try scratch.write(".git", "gitdir: /elsewhere")
      #expect(CodePlaces(of: ["true"], in: scratch.path).mayLieInRepository)
    }
  }

  @Test func theScriptCountsBeforeWhereItWorks() async throws {
    try await ScratchDirectory.with { scratch in
      for name in ["code/.git", "work"] { try FileSystem.makeDirectories("\(scratch.path)/\(name)") }
      let script = try scratch.write("code/train.py", "")
      let work = scratch.path + "/work"
      let code = try #require(FileSystem.resolve(scratch.path + "/code"))
      for name in [script, "../code/train.py"] {
        let places = CodePlaces(of: ["python3", "-u", name, "--data", "x.csv"], in: work)
        #expect(places.directories == [code, work])
        #expect(places.mayLieInRepository)
      }
      #expect(CodePlaces(of: ["python3", "missing.py"], in: work).directories == [work])
      #expect(!CodePlaces(of: ["python3", "missing.py"], in: work).mayLieInRepository)
    }
  }
}
