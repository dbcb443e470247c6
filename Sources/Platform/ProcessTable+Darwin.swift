#if os(macOS)
  internal import Darwin

  extension ProcessTable {
    /// Every process that can be seen.
    package static func all() -> [ProcessEntry] { query([CTL_KERN, KERN_PROC, KERN_PROC_ALL, 0]) }

    /// One process; nil when there is none with this pid.
    package static func entry(of pid: Int32) -> ProcessEntry? {
      query([CTL_KERN, KERN_PROC, KERN_PROC_PID, pid]).first
    }

    /// A variable of a process: macOS does not show it for all of them, so nil.
    package static func variable(_ name: String, of pid: Int32) -> String? { nil }

    /// The processes whose environment holds `NAME=value`: macOS does not show it for all of them, so none.
    package static func carrying(_ name: String, _ value: String) -> [ProcessEntry] { [] }

    package static func carrying(_ name: String) -> [String: [ProcessEntry]] { [:] }

    private static func query(_ name: [Int32]) -> [ProcessEntry] {
      var name = name
      var size = 0
      guard sysctl(&name, UInt32(name.count), nil, &size, nil, 0) == 0 else { return [] }
      // Room for those that start between the two calls.
      var list = [kinfo_proc](repeating: kinfo_proc(), count: size / MemoryLayout<kinfo_proc>.stride + 64)
      size = list.count * MemoryLayout<kinfo_proc>.stride
      guard sysctl(&name, UInt32(name.count), &list, &size, nil, 0) == 0 else { return [] }
      return list.prefix(size / MemoryLayout<kinfo_proc>.stride).map(ProcessEntry.init)
    }
  }

  extension ProcessEntry {
    fileprivate init(_ info: kinfo_proc) {
      let process = info.kp_proc
      let started = process.p_un.__p_starttime
      var name = process.p_comm
      let text = withUnsafePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 17) { String(cString: $0) }
      }
      self.init(
        pid: process.p_pid, parent: info.kp_eproc.e_ppid, session: getsid(process.p_pid),
        startTime: UInt64(started.tv_sec) * 1_000_000 + UInt64(started.tv_usec), name: text,
        isZombie: Int32(process.p_stat) == SZOMB)
    }
  }
#endif
