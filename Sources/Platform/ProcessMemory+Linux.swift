#if os(Linux)
  #if canImport(Musl)
    internal import Musl
  #else
    internal import Glibc
  #endif

  extension ProcessMemory {
    /// The memory that a process holds for itself, in bytes; nil when it is gone.
    ///
    /// Its part of what it shares with others (its forks, mostly), swapped pages included, pages of files not: those go
    /// when somebody needs the room. Source: proc_pid_smaps(5), `smaps_rollup`.
    package static func held(by pid: Int32) -> Int64? {
      // Not to be read of a process that is not ours to look into, and not there in old kernels.
      guard let bytes = try? FileSystem.read("/proc/\(pid)/smaps_rollup", limit: 8192), !bytes.isEmpty else {
        return residentOfItsOwn(pid)
      }
      return held(in: String(decoding: bytes, as: UTF8.self))
    }

    /// What the text of `smaps_rollup` says.
    static func held(in text: String) -> Int64? {
      var sizes: [Substring: Int64] = [:]
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count == 3, words[2] == "kB", let size = Int64(words[1]) { sizes[words[0]] = size }
      }
      let own: Int64?
      if let anonymous = sizes["Pss_Anon:"] {
        own = anonymous + (sizes["Pss_Shmem:"] ?? 0)
      } else {
        // Before Linux 5.9.
        own = sizes["Anonymous:"]
      }
      return own.map { ($0 + (sizes["SwapPss:"] ?? 0)) << 10 }
    }

    /// What is resident and shared with no file, as proc_pid_statm(5) tells everybody: pages that forks share count for each
    /// of them.
    private static func residentOfItsOwn(_ pid: Int32) -> Int64? {
      // Gone meanwhile: then it holds nothing.
      guard let bytes = try? FileSystem.read("/proc/\(pid)/statm", limit: 256) else { return nil }
      let pages = String(decoding: bytes, as: UTF8.self).split(separator: " ").prefix(3)
        .compactMap { Int64($0) }
      guard pages.count == 3 else { return nil }
      return (pages[1] - pages[2]) * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }
  }
#endif
