import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@Suite struct HomeDirectoryTests {
  @Test(arguments: [
    (["SIGNALBOX_HOME": "/s", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/s"),
    (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/signalbox"), (["HOME": "/h"], "/h/.local/state/signalbox"),
    (["SIGNALBOX_HOME": "", "XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/signalbox"),
    // The XDG base directory specification: a relative path there is to be ignored.
    (["XDG_STATE_HOME": "state", "HOME": "/h"], "/h/.local/state/signalbox"),
  ])
  func whereEverythingIsKept(variables: [String: String], path: String) {
    #expect(HomeDirectory(environment: Environment(variables))?.path == path)
  }

  @Test func aRelativePlaceIsTakenFromTheWorkingDirectory() {
    let home = HomeDirectory(environment: Environment(["SIGNALBOX_HOME": "state/box"]))
    #expect(home?.path == FileSystem.currentDirectory() + "/state/box")
  }

  @Test func withoutAnyVariableThereIsNoPlace() {
    #expect(HomeDirectory(environment: Environment([:])) == nil)
  }

  @Test func runsAreListedNewestFirstAndNothingElseIs() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path("home"))
      #expect(try home.runIDs().isEmpty, "nothing was started yet, and looking makes nothing")
      #expect(try scratch.entries().isEmpty)
      for name in ["train-2026-a", "train-2027-b", "train-2025-c"] {
        let id = try #require(RunID(name))
        _ = try home.publish(try home.makeDraft(of: id), as: id)
      }
      _ = try home.makeDraft(of: try #require(RunID("train-2028-draft")))
      try FileSystem.makeDirectory(home.path + "/runs/lost+found")
      #expect(try home.runIDs().map(\.rawValue) == ["train-2027-b", "train-2026-a", "train-2025-c"])
    }
  }

  @Test func aDraftIsMadeOnce() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path)
      let id = try #require(RunID("train-once"))
      _ = try home.makeDraft(of: id)
      #expect(throws: SystemError.self) { try home.makeDraft(of: id) }
    }
  }

  @Test func aRunIsThereWithAllItHasAndGoneWithAllItHad() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path)
      let id = try #require(RunID("train-whole"))
      let draft = try home.makeDraft(of: id)
      _ = try FileLock(path: draft.lockPath)
      #expect(try home.runIDs().isEmpty)
      #expect(try home.remains().map(\.path) == [draft.path])
      let directory = try home.publish(draft, as: id)
      #expect(directory == home.directory(of: id))
      #expect(FileSystem.kind(of: directory.lockPath) == .file)
      #expect(try home.runIDs() == [id])
      try home.remove(id)
      #expect(try FileSystem.entries(of: scratch.path("runs")).isEmpty)
    }
  }
}
