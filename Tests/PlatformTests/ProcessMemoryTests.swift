import TestSupport
import Testing

@testable import Platform

/// What processes hold, and how much there is for them.
@Suite struct ProcessMemoryTests {
  #if os(Linux)
    @Test func whatAProcessFillsItHolds() throws {
      let before = try #require(ProcessMemory.held(by: ProcessTable.ownPID))
      let bytes = [UInt8](repeating: 1, count: 200 << 20)
      let after = try #require(ProcessMemory.held(by: [ProcessTable.ownPID]))
      // Other tests run in this process, too, and give back what they held.
      #expect(after - before > 50 << 20)
      #expect(bytes.last == 1)
    }

    @Test func whatIsGoneHoldsNothing() {
      #expect(ProcessMemory.held(by: 4_194_305) == nil)
      #expect(ProcessMemory.held(by: [4_194_305, 4_194_306]) == nil)
    }

    @Test(arguments: [
      ("Rss: 900 kB\nPss: 500 kB\nPss_Anon: 100 kB\nPss_File: 300 kB\nPss_Shmem: 7 kB\nSwapPss: 5 kB\n", 112),
      ("Rss: 900 kB\nPss: 500 kB\nAnonymous: 200 kB\nSwapPss: 0 kB\n", 200),
    ])
    func pagesOfFilesDoNotCount(text: String, kibibytes: Int64) {
      #expect(ProcessMemory.held(in: text) == kibibytes << 10)
    }

    /// Kibibytes of code that are resident: proc_pid_smaps(5).
    private func residentCode() throws -> Int {
      let lines = String(decoding: try FileSystem.read("/proc/self/smaps"), as: UTF8.self)
        .split(separator: "\n")
      var isCode = false
      return lines.reduce(0) { sum, line in
        let words = line.split(separator: " ")
        if !words[0].hasSuffix(":") { isCode = words[1] == "r-xp" }
        return isCode && words[0] == "Rss:" ? sum + (Int(words[1]) ?? 0) : sum
      }
    }

    @Test func codeThatIsGivenBackIsResidentNoMoreAndStillThere() throws {
      // What the second measurement needs was touched by the first.
      let before = try residentCode()
      ProgramCode.giveBack()
      #expect(try residentCode() < before)
    }

    @Test func aTextThatSaysNothingTellsNothing() { #expect(ProcessMemory.held(in: "Rss: 5 kB\n") == nil) }

    // MARK: Room

    /// The room of process 7 on a machine of 1000 KiB with 600 left, with these files besides.
    private func room(_ files: [String: String]) async throws -> MemoryRoom? {
      try await ScratchDirectory.with { scratch in
        for path in ["proc/meminfo"] + files.keys {
          try FileSystem.makeDirectories(FileSystem.parent(of: scratch.path(path)))
        }
        try scratch.write("proc/meminfo", "MemTotal:   1000 kB\nMemFree: 1 kB\nMemAvailable:  600 kB\n")
        for (path, text) in files { try scratch.write(path, text) }
        return MemoryRoom(of: 7, root: scratch.path)
      }
    }

    @Test func withoutAGroupItIsTheMachines() async throws {
      let machine = MemoryRoom(limit: 1000 << 10, available: 600 << 10, isOfControlGroup: false)
      #expect(try await room([:]) == machine)
      let free = ["proc/7/cgroup": "0::/a\n", "sys/fs/cgroup/a/memory.max": "max\n"]
      #expect(try await room(free) == machine)
      #expect(MemoryRoom(of: 7, root: "/nonexistent") == nil)
    }

    @Test func theTightestGroupCounts() async throws {
      let files = [
        "proc/7/cgroup": "0::/a/b\n",
        "sys/fs/cgroup/a/memory.max": "500000\n", "sys/fs/cgroup/a/memory.current": "450000\n",
        "sys/fs/cgroup/a/memory.stat": "anon 5\ninactive_file 30000\n",
        "sys/fs/cgroup/a/b/memory.max": "400000\n", "sys/fs/cgroup/a/b/memory.current": "100000\n",
      ]
      #expect(try await room(files) == MemoryRoom(limit: 500_000, available: 80_000, isOfControlGroup: true))
    }

    @Test func theOlderHierarchyIsReadToo() async throws {
      let files = [
        // As inside of a container, whose group is the root of what it sees.
        "proc/7/cgroup": "5:memory:/docker/abc\n1:cpu:/x\n",
        "sys/fs/cgroup/memory/memory.limit_in_bytes": "300000\n",
        "sys/fs/cgroup/memory/memory.usage_in_bytes": "200000\n",
        "sys/fs/cgroup/memory/memory.stat": "total_inactive_file 50000\n",
      ]
      #expect(try await room(files) == MemoryRoom(limit: 300_000, available: 150_000, isOfControlGroup: true))
      let none = ["sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n"]
      #expect(try await room(files.merging(none) { $1 })?.isOfControlGroup == false)
    }
  #endif
}
