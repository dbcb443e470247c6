#if os(Linux)
  internal import CPlatform

  /// Waits for many descriptors at once: epoll(7).
  struct Poller: ~Copyable, Sendable {
    private let epoll: FileDescriptor

    init() throws(SystemError) {
      let number = sb_epoll_create()
      guard number >= 0 else { throw .last("epoll_create1") }
      epoll = FileDescriptor(owning: number)
    }

    func add(_ descriptor: Int32, token: UInt64) throws(SystemError) {
      guard sb_epoll_add(epoll.number, descriptor, token) == 0 else { throw .last("epoll_ctl") }
    }

    func remove(_ descriptor: Int32) { _ = sb_epoll_remove(epoll.number, descriptor) }

    /// The tokens of ready descriptors; none at the deadline or after a signal.
    ///
    /// nil waits for ever.
    func wait(until deadline: MonotonicInstant?) -> [UInt64] {
      let timeout = deadline.map { Poll.milliseconds(until: $0) } ?? -1
      return [UInt64](unsafeUninitializedCapacity: 64) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        count = max(0, Int(sb_epoll_wait(epoll.number, start, Int32(buffer.count), timeout)))
      }
    }
  }
#endif
