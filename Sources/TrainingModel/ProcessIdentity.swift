/// One process for all time: a pid is used again, a pid with its start time is not.
package struct ProcessIdentity: Hashable, Sendable {
  package let pid: Int32
  /// In the kernel's own unit since boot (field 22 of proc_pid_stat(5) on Linux; microseconds on macOS).
  package let startTime: UInt64

  package init(pid: Int32, startTime: UInt64) {
    self.pid = pid
    self.startTime = startTime
  }
}
