/// What a run used of the machine, over all of its processes that ended in order.
package struct ResourceUse: Hashable, Sendable {
  /// The largest resident set of any one process, in bytes.
  package let maximumResidentBytes: Int64
  /// Processor time, user and system, in seconds.
  package let cpuSeconds: Double

  package init(maximumResidentBytes: Int64, cpuSeconds: Double) {
    self.maximumResidentBytes = maximumResidentBytes
    self.cpuSeconds = cpuSeconds
  }
}
