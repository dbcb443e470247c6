#if os(Linux)
  internal import CPlatform

  /// Tells when a process that is no child of ours ends: pidfd_open(2).
  package struct ProcessWatch: ~Copyable, Sendable {
    private let process: FileDescriptor

    /// Watches a process; nil when the one that started then is not there any more.
    ///
    /// The pidfd is opened first and the start time looked at then: whatever becomes of the pid, what is held is
    /// the process that was looked at.
    package init?(pid: Int32, startTime: UInt64) {
      let number = sb_pidfd_open(pid)
      guard number >= 0 else { return nil }
      let process = FileDescriptor(owning: number)
      guard let entry = ProcessTable.entry(of: pid), entry.startTime == startTime, !entry.isZombie else {
        return nil
      }
      self.process = process
    }

    /// Can be read once the process has ended.
    package var descriptor: Int32 { process.number }
  }
#endif
