#if os(Linux)
  extension ProcessTable {
    /// Every process that can be seen.
    package static func all() -> [ProcessEntry] {
      let names = (try? FileSystem.entries(of: "/proc")) ?? []  // without /proc there is nothing to list
      return names.compactMap { Int32($0) }.compactMap(entry(of:))
    }

    /// One process; nil when there is none with this pid.
    package static func entry(of pid: Int32) -> ProcessEntry? {
      // It may end between the listing and the reading: then it is simply not there.
      guard let bytes = try? FileSystem.read("/proc/\(pid)/stat", limit: 4096) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      // The name is in parentheses and may hold spaces and parentheses itself: proc_pid_stat(5).
      // Looked for among the bytes: a combining mark at its start or a prepended one at its end would make one
      // character with its parenthesis, and a process could hide behind such a name.
      guard let open = text.utf8.firstIndex(of: UInt8(ascii: "(")),
        let close = text.utf8.lastIndex(of: UInt8(ascii: ")"))
      else { return nil }
      let fields = text[text.utf8.index(after: close)...].split(separator: " ")
      guard fields.count > 19, let parent = Int32(fields[1]), let session = Int32(fields[3]),
        let startTime = UInt64(fields[19])
      else { return nil }
      return ProcessEntry(
        pid: pid, parent: parent, session: session, startTime: startTime,
        name: String(text[text.utf8.index(after: open)..<close]),
        isZombie: fields[0] == "Z" || fields[0] == "X")
    }

    /// A variable of a process, as it was started with it; nil where it has none, and where it may not be looked at.
    package static func variable(_ name: String, of pid: Int32) -> String? {
      // Not ours to read, or gone.
      guard let bytes = try? FileSystem.read("/proc/\(pid)/environ") else { return nil }
      let wanted = Array("\(name)=".utf8)
      return bytes.split(separator: 0).first { $0.starts(with: wanted) }
        .map { String(decoding: $0.dropFirst(wanted.count), as: UTF8.self) }
    }

    /// The processes whose environment, as they were started with it, holds `NAME=value`.
    package static func carrying(_ name: String, _ value: String) -> [ProcessEntry] {
      carrying(name)[value] ?? []
    }

    /// The processes whose environment, as they were started with it, holds a variable, by its value.
    package static func carrying(_ name: String) -> [String: [ProcessEntry]] {
      let wanted = Array("\(name)=".utf8)
      var found: [String: [ProcessEntry]] = [:]
      for entry in all() where !entry.isZombie {
        guard let bytes = try? FileSystem.read("/proc/\(entry.pid)/environ")  // not ours to read: not ours
        else { continue }
        for variable in bytes.split(separator: 0) where variable.starts(with: wanted) {
          found[String(decoding: variable.dropFirst(wanted.count), as: UTF8.self), default: []].append(entry)
        }
      }
      return found
    }
  }
#endif
