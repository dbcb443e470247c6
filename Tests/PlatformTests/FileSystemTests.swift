import Platform
import Synchronization
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Files by path; above all that a replaced file is never seen in part.
@Suite(.timeLimit(.minutes(10))) struct FileSystemTests {
  @Test func aReaderSeesTheOldOrTheNew() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("record")
      let versions = (0..<10).map { [UInt8](repeating: UInt8(ascii: "0") + UInt8($0), count: 50_000 + $0) }
      try FileSystem.replace(path, with: versions[0], durable: false)
      let isDone = Mutex(false)
      async let writer: Void = onOwnThread {
        defer { isDone.withLock { $0 = true } }
        for turn in 1...400 {
          try FileSystem.replace(path, with: versions[turn % 10], durable: turn % 100 == 0)
        }
      }
      let seen = try await onOwnThread {
        var seen: Set<[UInt8]> = []
        while !isDone.withLock({ $0 }) { seen.insert(try FileSystem.read(path)) }
        return seen
      }
      try await writer
      #expect(seen.isSubset(of: versions))
      #expect(try scratch.entries() == ["record"])
    }
  }

  @Test func aFailureLeavesTheOldAndNothingBesideIt() async throws {
    try await ScratchDirectory.with { scratch in
      try FileSystem.makeDirectory(scratch.path("taken"))
      let error = try #require(throws: SystemError.self) {
        try FileSystem.replace(scratch.path("taken"), with: [1], durable: true)
      }
      #expect(error == SystemError(call: "rename", path: scratch.path("taken"), code: EISDIR))
      #expect(try scratch.entries() == ["taken"])
      let missing = try #require(throws: SystemError.self) {
        try FileSystem.replace(scratch.path("a/b"), with: [1], durable: false)
      }
      #expect(missing == SystemError(call: "open", path: scratch.path("a/b"), code: ENOENT))
    }
  }

  #if os(Linux)
    @Test func aFullDiskLeavesTheOldAndNothingBesideIt() async throws {
      try await ScratchDirectory.with { scratch in
        let path = scratch.path("record")
        try FileSystem.replace(path, with: [1], durable: false)
        // What is written into it is refused as by a full disk.
        #expect(symlink("/dev/full", path + ".new") == 0)
        let error = try #require(throws: SystemError.self) {
          try FileSystem.replace(path, with: [2], durable: false)
        }
        #expect(error.kind == .noSpace)
        #expect(try FileSystem.read(path) == [1])
        #expect(try scratch.entries() == ["record"])
      }
    }
  #endif

  @Test func filesAndDirectoriesAreForTheirOwnerAlone() async throws {
    try await ScratchDirectory.with { scratch in
      try FileSystem.makeDirectories(scratch.path("a/b/c"))
      try FileSystem.makeDirectories(scratch.path("a/b/c"))
      try FileSystem.replace(scratch.path("a/file"), with: [], durable: false)
      _ = try FileDescriptor.open(scratch.path("a/log"), .appending)
      try FileSystem.makeFIFO(scratch.path("a/fifo"))
      for (name, mode) in [
        ("a", 0o700), ("a/b/c", 0o700), ("a/file", 0o600), ("a/log", 0o600), ("a/fifo", 0o600),
      ] {
        var status = stat()
        #expect(stat(scratch.path(name), &status) == 0)
        #expect(Int(status.st_mode) & 0o777 == mode, "\(name)")
      }
      #expect(throws: SystemError.self) { try FileSystem.makeDirectory(scratch.path("a")) }
      #expect(throws: SystemError.self) { try FileSystem.makeDirectories(scratch.path("a/file")) }
      #expect(throws: SystemError.self) { try FileSystem.makeDirectories(scratch.path("a/file/d")) }
    }
  }

  @Test func aTreeIsRemovedWithoutFollowingLinks() async throws {
    try await ScratchDirectory.with { scratch in
      try FileSystem.makeDirectories(scratch.path("tree/a/b"))
      try FileSystem.makeDirectory(scratch.path("kept"))
      try scratch.write("kept/file", "x")
      try scratch.write("tree/a/file", "x")
      #expect(symlink(scratch.path("kept"), scratch.path("tree/a/link")) == 0)
      #expect(symlink("/nonesuch", scratch.path("tree/dangling")) == 0)
      try FileSystem.removeTree(scratch.path("tree"))
      try FileSystem.removeTree(scratch.path("tree"))
      #expect(try scratch.entries() == ["kept"])
      #expect(try FileSystem.entries(of: scratch.path("kept")) == ["file"])
    }
  }

  @Test func kindsAreSeenThroughLinks() async throws {
    try await ScratchDirectory.with { scratch in
      let file = try scratch.write("file", "")
      #expect(symlink(file, scratch.path("link")) == 0)
      #expect(FileSystem.kind(of: file) == .file)
      #expect(FileSystem.kind(of: scratch.path("link")) == .file)
      #expect(FileSystem.resolve(scratch.path("link")) == file)
      #expect(FileSystem.kind(of: scratch.path) == .directory)
      #expect(FileSystem.kind(of: "/dev/null") == .other)
      #expect(FileSystem.kind(of: scratch.path("none")) == nil)
      #expect(FileSystem.resolve(scratch.path("none")) == nil)
      #expect(!FileSystem.isExecutable(file))
      #expect(!FileSystem.isExecutable(scratch.path))
      #expect(FileSystem.isExecutable("/bin/sh"))
    }
  }

  @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("/", "/"), ("a/b", "a"), ("a", "."), ("/a/b/", "/a/b")])
  func parents(path: String, parent: String) { #expect(FileSystem.parent(of: path) == parent) }

  @Test func readingStopsAtTheLimit() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("file", String(repeating: "x", count: 100_000))
      #expect(try FileSystem.read(path).count == 100_000)
      #expect(try FileSystem.read(path, limit: 10).count == 10)
      #expect(try FileSystem.read(path, limit: 0).isEmpty)
    }
    #expect(throws: SystemError.self) { try FileSystem.read("/nonesuch") }
    #expect(throws: SystemError.self) { try FileSystem.read("/") }
  }
}
