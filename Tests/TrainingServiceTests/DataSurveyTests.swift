import Platform
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Looks at real directories.
@Suite struct DataSurveyTests {
  private func run(_ command: [String]) throws {
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: command[0], arguments: command, environment: Environment(), descriptors: [0, 1, 2]))
    #expect(ChildProcess.wait(for: pid) == .exited(code: 0))
  }

  private func make(_ files: [String], in scratch: ScratchDirectory) throws {
    for file in files {
      try FileSystem.makeDirectories(FileSystem.parent(of: scratch.path(file)))
      try scratch.write(file, "12")
    }
  }

  /// How many files a glob finds.
  private func count(_ globs: String..., in scratch: ScratchDirectory) throws -> Int {
    try state(globs, in: scratch).files
  }

  private func state(_ globs: [String], in scratch: ScratchDirectory) throws -> DataState {
    let finding = DataSurvey.finding(in: DataScope(directory: scratch.path, globs: globs))
    guard case .whole(let state) = finding else {
      Issue.record("\(finding)")
      throw DataGlobError.empty
    }
    return state
  }

  private static let files = [
    "a.csv", "b.txt", ".hidden.csv", "data/a.csv", "data/deep/b.csv", "data/deep/deeper/c.csv",
    "data/.git/d.csv", "data/deep/.e.csv",
  ]

  @Test(
    arguments: [
      ("*.csv", 1), ("*", 2), (".*.csv", 1), ("a.csv", 1), ("./a.csv", 1), ("missing", 0), ("a.csv/b", 0),
      ("*/a.csv", 1), ("data", 3), ("data/", 3), ("data/*", 1), ("data/**", 3), ("data/**/*.csv", 3),
      ("**/*.csv", 4), ("**", 5), ("**/deep/**", 2), ("**/deep/*", 1), ("data/.git/*", 1), ("*/**/d*", 0),
      ("data/../a.csv", 1), ("**/**/c.csv", 1), ("data/de*/b.csv", 1), ("missing/**", 0),
    ])
  func whatAGlobFinds(glob: String, files: Int) async throws {
    try await ScratchDirectory.with { scratch in
      try make(Self.files, in: scratch)
      #expect(try count(glob, in: scratch) == files)
      // Where it is absolute, the directory does not count.
      let finding = DataSurvey.finding(
        in: DataScope(directory: "/nonexistent", globs: [scratch.path(glob)]))
      guard case .whole(let state) = finding else {
        Issue.record("\(finding)")
        return
      }
      #expect(state.files == files)
    }
  }

  @Test func aFileThatTwoGlobsFindCountsOnce() async throws {
    try await ScratchDirectory.with { scratch in
      try make(Self.files, in: scratch)
      #expect(try count("*.csv", "**/*.csv", "a.csv", in: scratch) == 4)
      #expect(try state(["data", "*.txt"], in: scratch).bytes == 8)
    }
  }

  @Test func linksAreFollowedAndLoopsAreNot() async throws {
    try await ScratchDirectory.with { scratch in
      try make(["far/x.csv", "data/a.csv"], in: scratch)
      try run(["/bin/ln", "-s", "../far", scratch.path("data/near")])
      try run(["/bin/ln", "-s", "..", scratch.path("far/loop")])
      try run(["/bin/ln", "-s", "nowhere", scratch.path("data/broken.csv")])
      try run(["/bin/ln", "-s", "self", scratch.path("data/self")])
      #expect(try count("data/near/*.csv", in: scratch) == 1)
      // Through the loop one comes to data and to far again, where the way led through already.
      #expect(try count("data/**/*.csv", in: scratch) == 2)
      #expect(try count("data/*.csv", in: scratch) == 1)
    }
  }

  /// A copy that keeps the time of its original has an old time and is new.
  @Test func theLaterOfTheTwoTimesCounts() async throws {
    try await ScratchDirectory.with { scratch in
      let before = Timestamp(nanoseconds: SystemClock.wallNanoseconds() - 60_000_000_000)
      try scratch.write("a.csv", "12")
      try run(["/usr/bin/touch", "-d", "2001-01-01T00:00:00Z", scratch.path("a.csv")])
      let newest = try #require(try state(["*.csv"], in: scratch).newest)
      #expect(newest.path == scratch.path("a.csv"))
      #expect(newest.changedAt > before)
      try run(["/usr/bin/touch", "-d", "2101-01-01T00:00:00Z", scratch.path("a.csv")])
      #expect(try state(["*.csv"], in: scratch).newest?.changedAt.rfc3339 == "2101-01-01T00:00:00.000Z")
    }
  }

  @Test func everyChangeShows() async throws {
    try await ScratchDirectory.with { scratch in
      try make(Self.files, in: scratch)
      let first = try state(["data/**"], in: scratch)
      #expect(try state(["data/**"], in: scratch) == first)
      try scratch.write("data/a.csv", "123")
      let second = try state(["data/**"], in: scratch)
      #expect(second.fingerprint != first.fingerprint)
      try FileSystem.removeFile(scratch.path("data/a.csv"))
      #expect(try state(["data/**"], in: scratch).files == first.files - 1)
      #expect(try state(["data/**/*"], in: scratch).scope != first.scope)
    }
  }

  @Test func namesNeedNotBeText() async throws {
    try await ScratchDirectory.with { scratch in
      try run([
        "/bin/sh", "-c",
        "cd \(scratch.path); mkdir -p \"$(printf 'd\\377')\"; : > \"$(printf 'd\\377/f\\376')\"",
      ])
      #expect(try count("**", in: scratch) == 1)
      #expect(try count("d?/f?", in: scratch) == 1)
    }
  }

  @Test func whatCannotBeSeenIsSaid() async throws {
    try await ScratchDirectory.with { scratch in
      try make(["a.csv"], in: scratch)
      let long = String(repeating: "x", count: 300)
      let scope = DataScope(directory: scratch.path, globs: ["*.csv", "\(long)/*.csv"])
      guard case .partial(let reason) = DataSurvey.finding(in: scope) else {
        Issue.record("nothing was said")
        return
      }
      #expect(reason.hasSuffix("File name too long"))
    }
  }

  /// Nobody keeps root out.
  @Test func aDirectoryThatMayNotBeReadIsNotEmpty() async throws {
    try await ScratchDirectory.with { scratch in
      try make(["data/a.csv", "data/closed/b.csv"], in: scratch)
      try run(["/bin/chmod", "000", scratch.path("data/closed")])
      defer { try? run(["/bin/chmod", "700", scratch.path("data/closed")]) }  // so that it can be removed
      let isRoot = (try? FileSystem.entries(of: scratch.path("data/closed"))) != nil
      let finding = DataSurvey.finding(in: DataScope(directory: scratch.path, globs: ["data/**"]))
      switch finding {
      case .whole(let state):
        #expect(isRoot)
        #expect(state.files == 2)
      case .partial(let reason):
        #expect(!isRoot)
        #expect(reason == "opendir \(scratch.path("data/closed")): Permission denied")
      case .unfinished: Issue.record("it took a minute")
      }
    }
  }

  @Test func aLookHasLimits() async throws {
    try await ScratchDirectory.with { scratch in
      try make((0..<200).map { "f\($0)" } + ["a/b/c/d/e"], in: scratch)
      let scope = DataScope(directory: scratch.path, globs: ["**"])
      #expect(
        DataSurvey.finding(in: scope, limits: .init(files: 100))
          == .partial(reason: "there are more than 100 files"))
      #expect(
        DataSurvey.finding(in: scope, limits: .init(seconds: 0))
          == .unfinished(seconds: 0))
      guard case .partial(let reason) = DataSurvey.finding(in: scope, limits: .init(depth: 3)) else {
        Issue.record("it is not that deep")
        return
      }
      #expect(reason.hasPrefix("there are more than 3 directories below each other at "))
    }
  }

  /// Random trees and globs against a matcher that tries everything.
  @Test(arguments: 0..<6) func whatIsFoundIsWhatFits(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try await ScratchDirectory.with { scratch in
      var files: Set<[String]> = []
      for _ in 0..<40 {
        let depth = Int.random(in: 1...4, using: &random)
        let path = (0..<depth).map { level in
          ["a", "b", "ab", ".c"].randomElement(using: &random)! + (level == depth - 1 ? "f" : "")
        }
        files.insert(path)
      }
      try make(files.map { $0.joined(separator: "/") }, in: scratch)
      for _ in 0..<60 {
        let components = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          ["**", "*", "a", "b*", "?", "[ab]*", "*f", "af", ".c"].randomElement(using: &random)!
        }
        // Below a directory that is named everything is meant, which is another test.
        guard ["*", "b*", "?", "[ab]*", "*f", "**"].contains(components.last ?? "") else { continue }
        let expected = files.filter { Self.matches(components[...], $0[...]) }
        let scope = DataScope(directory: scratch.path, globs: [components.joined(separator: "/")])
        var builder = DataStateBuilder(scope)
        for file in expected {
          let path = Array(scratch.path(file.joined(separator: "/")).utf8)
          let status = try FileStatus(of: path)
          builder.add(
            path: path, size: status.size, changedAt: max(status.modificationTime, status.changeTime))
        }
        #expect(DataSurvey.finding(in: scope) == .whole(builder.state), "\(scope.globs) \(expected)")
      }
    }
  }

  private static func matches(_ glob: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let component = glob.first else { return path.isEmpty }
    guard let name = path.first else { return false }
    let isHidden = name.hasPrefix(".")
    if component == "**" {
      if glob.count == 1 { return path.allSatisfy { !$0.hasPrefix(".") } }
      return matches(glob.dropFirst(), path)
        || (!isHidden && path.count > 1 && matches(glob, path.dropFirst()))
    }
    let fits =
      switch component {
      case "*": !isHidden
      case "b*": name.hasPrefix("b")
      case "?": name.count == 1
      case "[ab]*": !isHidden
      case "*f": !isHidden && name.hasSuffix("f")
      default: name == component
      }
    return fits && matches(glob.dropFirst(), path.dropFirst())
  }
}
