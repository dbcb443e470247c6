#if os(macOS)
  extension MemoryRoom {
    /// nil: macOS gives a process all that there is, and swaps what is too much.
    package init?(of pid: Int32) { nil }
  }
#endif
