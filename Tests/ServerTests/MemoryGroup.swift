import Platform

/// A memory control group for a test; nil where the system or the rights do not allow one.
final class MemoryGroup {
  private let path: String

  init?(limitBytes: Int) {
    let own = "signalbox-test-\(ProcessTable.ownPID)"
    let v1 = "/sys/fs/cgroup/memory/" + own
    let v2 = "/sys/fs/cgroup/" + own
    let isV1 = FileSystem.kind(of: "/sys/fs/cgroup/memory") == .directory
    path = isV1 ? v1 : v2
    let limit = isV1 ? "/memory.limit_in_bytes" : "/memory.max"
    do throws(SystemError) {
      try FileSystem.makeDirectory(path)
      try FileDescriptor.open(path + limit, .replacing).write(Array("\(limitBytes)".utf8))
    } catch {
      return nil
    }
  }

  /// Moves a process into the group; what it starts from now on is in it.
  func add(_ pid: Int32) throws {
    try FileDescriptor.open(path + "/cgroup.procs", .replacing).write(Array("\(pid)".utf8))
  }

  /// Removes the group; to be called when its processes are gone.
  func remove() throws {
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: "/bin/rmdir", arguments: ["rmdir", path], environment: Environment(), descriptors: [0, 1, 2]))
    _ = ChildProcess.wait(for: pid)
  }
}
