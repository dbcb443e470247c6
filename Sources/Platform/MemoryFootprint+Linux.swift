#if os(Linux)
  extension MemoryFootprint {
    /// Bytes that a process has held in memory at most (VmHWM of proc(5)); nil when it is gone.
    package static func peak(of pid: Int32) -> Int64? {
      // A process that is gone has no file.
      guard let bytes = try? FileSystem.read("/proc/\(pid)/status") else { return nil }
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "VmHWM:".utf8) {
        let digits = line.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return Int64(String(decoding: digits, as: UTF8.self)).map { $0 << 10 }
      }
      return nil
    }
  }
#endif
