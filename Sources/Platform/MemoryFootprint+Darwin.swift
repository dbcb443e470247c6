#if canImport(Darwin)
  extension MemoryFootprint {
    /// nil: of other processes it is not known here.
    package static func peak(of pid: Int32) -> Int64? { nil }
  }
#endif
