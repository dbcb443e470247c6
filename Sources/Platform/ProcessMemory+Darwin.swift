#if os(macOS)
  internal import Darwin

  extension ProcessMemory {
    /// The memory that a process holds for itself, in bytes, as Activity Monitor shows it; nil when it is gone.
    package static func held(by pid: Int32) -> Int64? {
      var info = rusage_info_v2()
      let result = withUnsafeMutablePointer(to: &info) { pointer in
        pointer.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
          proc_pid_rusage(pid, RUSAGE_INFO_V2, $0)
        }
      }
      return result == 0 ? Int64(info.ri_phys_footprint) : nil
    }
  }
#endif
