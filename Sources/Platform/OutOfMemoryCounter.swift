/// Kernel out-of-memory kills in the control group of this process, counted from when it was made.
///
/// Linux only; elsewhere the count stays 0. Sources: `memory.events` of cgroup v2, `memory.oom_control` of
/// v1 (kernel documents cgroup-v2.rst and memory.rst): both count processes of the group that any
/// out-of-memory killer took.
package struct OutOfMemoryCounter: Sendable {
  private let path: String?
  private let atStart: Int

  package init() {
    path = Self.counterPath()
    atStart = path.flatMap(Self.count(in:)) ?? 0
  }

  /// Kills since then.
  package func killsSinceStart() -> Int {
    guard let path, let now = Self.count(in: path) else { return 0 }
    return max(0, now - atStart)
  }

  private static func text(of path: String) -> String? {
    // Absent where the system has no such group: then there is nothing to count.
    (try? FileSystem.read(path, limit: 1 << 16)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func count(in path: String) -> Int? {
    text(of: path)?.split(separator: "\n").lazy
      .first { $0.hasPrefix("oom_kill ") }
      .flatMap { Int($0.dropFirst("oom_kill ".count)) }
  }

  /// `/proc/self/cgroup` has a line `hierarchy:controllers:path` for each hierarchy; v2 is `0::path`.
  private static func counterPath() -> String? {
    let lines = text(of: "/proc/self/cgroup")?.split(separator: "\n") ?? []
    for line in lines {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let candidates: [String]
      if fields[1].split(separator: ",").contains("memory") {
        candidates = [
          "/sys/fs/cgroup/memory\(fields[2])/memory.oom_control", "/sys/fs/cgroup/memory/memory.oom_control",
        ]
      } else if fields[1].isEmpty {
        candidates = ["/sys/fs/cgroup\(fields[2])/memory.events", "/sys/fs/cgroup/memory.events"]
      } else {
        continue
      }
      if let path = candidates.first(where: { count(in: $0) != nil }) { return path }
    }
    return nil
  }
}
