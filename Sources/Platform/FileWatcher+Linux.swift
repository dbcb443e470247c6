#if os(Linux)
  internal import CPlatform

  /// Tells when files grow: inotify(7).
  package struct FileWatcher: ~Copyable, Sendable {
    private let inotify: FileDescriptor

    package init() throws(SystemError) {
      let number = sb_inotify_create()
      guard number >= 0 else { throw .last("inotify_init1") }
      inotify = FileDescriptor(owning: number)
    }

    /// The descriptor that can be read when a file has changed.
    package var descriptor: Int32 { inotify.number }

    /// Watches one file, which must exist.
    package func add(_ path: String) throws(SystemError) -> FileWatch {
      let watch = sb_inotify_add(inotify.number, path)
      guard watch >= 0 else { throw .last("inotify_add_watch", path) }
      return FileWatch(number: watch)
    }

    /// Watches which names are in one directory, which must exist.
    package func add(directory path: String) throws(SystemError) -> FileWatch {
      let watch = sb_inotify_add_directory(inotify.number, path)
      guard watch >= 0 else { throw .last("inotify_add_watch", path) }
      return FileWatch(number: watch)
    }

    /// Ends a watch.
    package func remove(_ watch: consuming FileWatch) {
      _ = sb_inotify_remove(inotify.number, watch.number)
    }

    /// The numbers of the watches whose files have changed since the last call.
    package func take() -> Set<Int32> {
      var changed: Set<Int32> = []
      var watches = [Int32](repeating: 0, count: 128)
      let count = sb_inotify_read(inotify.number, &watches, 128)
      if count > 0 { changed.formUnion(watches[..<Int(count)]) }
      return changed
    }
  }

  /// One watched file.
  package struct FileWatch: ~Copyable, Sendable {
    package let number: Int32
  }
#endif
