/// How a GPU was found at one moment.
package struct GPUState: Hashable, Sendable {
  /// As nvidia-smi counts, by the place on the bus.
  package let index: Int
  package let uuid: String
  /// Percent of the last moments in which it computed; nil where the system does not tell, as for one that is split (MIG).
  package let utilization: Double?
  /// MiB; nil where the system does not tell.
  package let usedMemory: Double?
  package let totalMemory: Double?

  package init(
    index: Int, uuid: String, utilization: Double?, usedMemory: Double?, totalMemory: Double?
  ) {
    self.index = index
    self.uuid = uuid
    self.utilization = utilization
    self.usedMemory = usedMemory
    self.totalMemory = totalMemory
  }
}
