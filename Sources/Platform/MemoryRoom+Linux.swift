#if os(Linux)
  extension MemoryRoom {
    /// The tightest room that a process has: its control groups', or the machine's; nil when that cannot be read.
    ///
    /// Sources: proc_meminfo(5); `memory.max` of cgroup v2 and `memory.limit_in_bytes` of v1 (kernel documents
    /// cgroup-v2.rst and memory.rst), of every group that the process lies in.
    ///
    /// - Parameter root: where `/proc` and `/sys` are, for tests.
    package init?(of pid: Int32, root: String = "") {
      guard let machine = Self.machine(root) else { return nil }
      let groups = Self.groups(of: pid, root).compactMap { Self.group($0, machine) }
      self = (groups + [machine]).min { $0.available < $1.available } ?? machine
    }

    private static func machine(_ root: String) -> MemoryRoom? {
      let lines = text("\(root)/proc/meminfo")
      guard let total = value("MemTotal:", lines), let available = value("MemAvailable:", lines) else {
        return nil
      }
      return MemoryRoom(limit: total << 10, available: available << 10, isOfControlGroup: false)
    }

    /// The directories of the groups; inside of a container their paths may be those of its outside, so that what lies
    /// above is looked at in any case.
    private static func groups(of pid: Int32, _ root: String) -> [String] {
      var groups: [String] = []
      for line in text("\(root)/proc/\(pid)/cgroup").split(separator: "\n") {
        let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3 else { continue }
        let base: String
        if fields[1].isEmpty {
          base = "\(root)/sys/fs/cgroup"
        } else if fields[1].split(separator: ",").contains("memory") {
          base = "\(root)/sys/fs/cgroup/memory"
        } else {
          continue
        }
        var path = base
        groups.append(path)
        for name in fields[2].split(separator: "/") where name != ".." {
          path += "/\(name)"
          groups.append(path)
        }
      }
      return groups
    }

    /// The room that a group leaves; nil where it sets no limit, or one that the machine does not have.
    private static func group(_ path: String, _ machine: MemoryRoom) -> MemoryRoom? {
      let files = [
        ("memory.max", "memory.current", "inactive_file"),
        ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
      ]
      for (limitFile, usageFile, cacheName) in files {
        guard let limit = Int64(text("\(path)/\(limitFile)").prefix { $0 != "\n" }), limit < machine.limit,
          let usage = Int64(text("\(path)/\(usageFile)").prefix { $0 != "\n" })
        else { continue }
        let cache = value(cacheName, text("\(path)/memory.stat")) ?? 0
        return MemoryRoom(limit: limit, available: max(0, limit - usage + cache), isOfControlGroup: true)
      }
      return nil
    }

    /// The number behind a name at the beginning of a line.
    private static func value(_ name: String, _ text: String) -> Int64? {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count >= 2, words[0] == name { return Int64(words[1]) }
      }
      return nil
    }

    private static func text(_ path: String) -> String {
      // What is not there sets no limit.
      (try? FileSystem.read(path, limit: 1 << 16)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
#endif
