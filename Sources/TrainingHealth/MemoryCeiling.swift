/// How much memory a training may take, and how much of that is left.
package struct MemoryCeiling: Hashable, Sendable {
  /// What sets it.
  package enum Source: Hashable, Sendable {
    /// The limit of a control group, as containers and batch systems set it.
    case controlGroup
    /// What the machine has.
    case machine
  }

  /// Bytes.
  package let limit: Int64
  /// Bytes that are not used by anybody.
  package let available: Int64
  package let source: Source

  package init(limit: Int64, available: Int64, source: Source) {
    self.limit = limit
    self.available = available
    self.source = source
  }

  /// It in words: `the 16 GiB of the machine`.
  var words: String {
    switch source {
    case .controlGroup: "the limit of \(byteText(limit)) that its control group sets"
    case .machine: "the \(byteText(limit)) of the machine"
    }
  }
}

/// Bytes in words: `512 MiB`, `3.25 GiB`.
func byteText(_ bytes: Int64) -> String {
  let mebibytes = Double(bytes) / Double(1 << 20)
  return mebibytes < 1024 ? "\(number(mebibytes.rounded())) MiB" : "\(number(mebibytes / 1024)) GiB"
}
