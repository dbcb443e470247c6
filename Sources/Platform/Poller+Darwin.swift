#if os(macOS)
  internal import Darwin

  /// Waits for many descriptors at once: kqueue(2).
  struct Poller: ~Copyable, Sendable {
    private let queue: FileDescriptor

    init() throws(SystemError) {
      let number = kqueue()
      guard number >= 0 else { throw .last("kqueue") }
      queue = FileDescriptor(owning: number)
    }

    func add(_ descriptor: Int32, token: UInt64) throws(SystemError) {
      guard change(descriptor, EV_ADD, token) == 0 else { throw .last("kevent") }
    }

    func remove(_ descriptor: Int32) { _ = change(descriptor, EV_DELETE, 0) }

    private func change(_ descriptor: Int32, _ flags: Int32, _ token: UInt64) -> Int32 {
      var event = kevent(
        ident: UInt(descriptor), filter: Int16(EVFILT_READ), flags: UInt16(flags), fflags: 0, data: 0,
        udata: UnsafeMutableRawPointer(bitPattern: UInt(token)))
      return kevent(queue.number, &event, 1, nil, 0, nil)
    }

    /// The tokens of ready descriptors; none at the deadline or after a signal.
    ///
    /// nil waits for ever.
    func wait(until deadline: MonotonicInstant?) -> [UInt64] {
      var events = [kevent](repeating: kevent(), count: 64)
      let count: Int32
      if let deadline {
        let milliseconds = Int(Poll.milliseconds(until: deadline))
        var timeout = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
        count = kevent(queue.number, nil, 0, &events, Int32(events.count), &timeout)
      } else {
        count = kevent(queue.number, nil, 0, &events, Int32(events.count), nil)
      }
      return events.prefix(max(0, Int(count))).map { UInt64(UInt(bitPattern: $0.udata)) }
    }
  }
#endif
