#if os(macOS)
  extension PortTable {
    /// nil: macOS tells it to nobody but its own tools.
    package static func listener(on port: Int) -> Listener? { nil }
  }
#endif
