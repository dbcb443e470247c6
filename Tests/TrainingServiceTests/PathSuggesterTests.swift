import Platform
import TestSupport
import Testing

@testable import TrainingService

/// Paths that are suggested lie inside the roots, whatever is typed and wherever links lead.
@Suite struct PathSuggesterTests {
  /// A directory `root` with something in it, and one beside it that nobody may see.
  private func withTree(_ body: (_ root: String, _ scratch: ScratchDirectory) throws -> Void) async throws {
    try await ScratchDirectory.with { scratch in
      for name in ["root", "root/src", "root/.hidden", "outside", "outside/secret"] {
        try FileSystem.makeDirectory(scratch.path(name))
      }
      for name in [
        "root/a.py", "root/train_b.py", "root/notes.txt", "root/.dot.py", "root/src/model.py",
        "root/bad\nname.py",
        "outside/secret.py",
      ] { try scratch.write(name, "") }
      let root = scratch.path("root")
      for (target, link) in [
        ("../outside", "way-out"), ("../outside/secret.py", "link.py"), ("src", "way-in"),
        ("nowhere", "dead.py"),
      ] { try Self.link(target, root + "/" + link) }
      try body(root, scratch)
    }
  }

  private static func link(_ target: String, _ path: String) throws {
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: "/bin/ln", arguments: ["ln", "-s", target, path], environment: Environment(),
        descriptors: [0, 1, 2]))
    #expect(ChildProcess.wait(for: pid) == .exited(code: 0))
  }

  private func suggest(
    _ text: String, _ roots: [String], _ wanted: PathSuggestions.Wanted = .scripts,
    in directory: String? = nil
  ) -> [String] {
    let policy = StartPolicy(roots: roots, startDirectory: roots[0], isReadOnly: false)
    return PathSuggester(policy: policy, wanted: wanted, directory: directory).suggestions(for: text).paths
  }

  @Test func scriptsComeFirstThenTheWaysToMore() async throws {
    try await withTree { root, _ in
      #expect(suggest("", [root]) == ["train_b.py", "a.py", "src/", "way-in/"])
      #expect(suggest("", [root], .directories) == ["src/", "way-in/"])
      #expect(suggest("s", [root]) == ["src/"])
      #expect(suggest("src/", [root]) == ["src/model.py"])
      #expect(suggest("\(root)/src/m", [root]) == ["\(root)/src/model.py"])
      #expect(suggest("m", [root], in: "src") == ["model.py"])
      #expect(suggest("m", [root], in: "\(root)/src") == ["model.py"])
    }
  }

  @Test func hiddenNamesAreForWhoTypesTheirDot() async throws {
    try await withTree { root, _ in #expect(suggest(".", [root]) == [".dot.py", ".hidden/"]) }
  }

  @Test(arguments: [
    "../", "../outside/", "way-out/", "way-out/s", "src/../../outside/", "/etc/", "/", "nowhere/", "a.py/",
    "way-in/../../", "\u{0}",
  ])
  func nothingOutsideIsTold(text: String) async throws {
    try await withTree { root, scratch in
      for wanted in [PathSuggestions.Wanted.scripts, .directories] {
        for path in suggest(text, [root], wanted) { #expect(path == root + "/") }
        #expect(suggest("", [root], wanted, in: scratch.path("outside")) == suggest("", [root], wanted))
      }
      #expect(suggest(scratch.path("outside") + "/", [root]) == [])
    }
  }

  @Test func theWayToARootIsShown() async throws {
    try await withTree { root, scratch in
      let both = [root, scratch.path("outside")]
      #expect(suggest("/", both) == both.map { "\($0)/" })
      #expect(suggest(scratch.path("ou"), both) == [scratch.path("outside") + "/"])
    }
  }

  @Test func aHugeDirectoryIsNotLookedThroughToItsEnd() async throws {
    try await ScratchDirectory.with { scratch in
      for number in 0..<1_100 { try FileSystem.makeDirectory(scratch.path("d\(number)")) }
      let policy = StartPolicy(roots: [scratch.path], startDirectory: scratch.path, isReadOnly: true)
      let suggester = PathSuggester(policy: policy, wanted: .directories, directory: nil)
      let all = suggester.suggestions(for: "d")
      #expect((all.paths.count, all.isWhole) == (1_000, false))
      let few = suggester.suggestions(for: "d99")
      #expect((few.paths.count, few.isWhole) == (11, true))
      let (names, isWhole) = try FileSystem.someEntries(of: scratch.path, limit: 10)
      #expect((names.count, isWhole) == (10, false))
    }
  }
}
