#if os(macOS)
  internal import Darwin

  /// Tells when a process that is no child of ours ends: kqueue(2) with EVFILT_PROC.
  package struct ProcessWatch: ~Copyable, Sendable {
    private let queue: FileDescriptor

    /// Watches a process; nil when the one that started then is not there any more.
    package init?(pid: Int32, startTime: UInt64) {
      let number = kqueue()
      guard number >= 0 else { return nil }
      let queue = FileDescriptor(owning: number)
      var event = kevent(
        ident: UInt(pid), filter: Int16(EVFILT_PROC), flags: UInt16(EV_ADD), fflags: UInt32(NOTE_EXIT),
        data: 0,
        udata: nil)
      guard kevent(number, &event, 1, nil, 0, nil) == 0, let entry = ProcessTable.entry(of: pid),
        entry.startTime == startTime, !entry.isZombie
      else { return nil }
      self.queue = queue
    }

    /// Can be read once the process has ended.
    package var descriptor: Int32 { queue.number }
  }
#endif
