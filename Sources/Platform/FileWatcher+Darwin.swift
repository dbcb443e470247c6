#if os(macOS)
  internal import Darwin

  /// Tells when files grow: kqueue(2) with EVFILT_VNODE.
  package struct FileWatcher: ~Copyable, Sendable {
    private let queue: FileDescriptor

    package init() throws(SystemError) {
      let number = kqueue()
      guard number >= 0 else { throw .last("kqueue") }
      queue = FileDescriptor(owning: number)
    }

    /// The descriptor that can be read when a file has changed.
    package var descriptor: Int32 { queue.number }

    /// Watches one file, which must exist.
    package func add(_ path: String) throws(SystemError) -> FileWatch {
      let file = try FileDescriptor.open(path, .reading)
      var event = kevent(
        ident: UInt(file.number), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
        fflags: UInt32(NOTE_WRITE | NOTE_EXTEND | NOTE_ATTRIB), data: 0, udata: nil)
      guard kevent(queue.number, &event, 1, nil, 0, nil) == 0 else { throw .last("kevent", path) }
      return FileWatch(file: file)
    }

    /// Watches which names are in one directory, which must exist.
    package func add(directory path: String) throws(SystemError) -> FileWatch { try add(path) }

    /// Ends a watch: closing the file takes it off the queue.
    package func remove(_ watch: consuming FileWatch) {}

    /// The numbers of the watches whose files have changed since the last call.
    package func take() -> Set<Int32> {
      var events = [kevent](repeating: kevent(), count: 128)
      var now = timespec()
      let count = kevent(queue.number, nil, 0, &events, Int32(events.count), &now)
      return Set(events.prefix(max(0, Int(count))).map { Int32($0.ident) })
    }
  }

  /// One watched file.
  package struct FileWatch: ~Copyable, Sendable {
    fileprivate let file: FileDescriptor
    package var number: Int32 { file.number }
  }
#endif
