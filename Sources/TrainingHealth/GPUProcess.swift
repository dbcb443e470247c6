/// A process that holds memory of a GPU.
package struct GPUProcess: Hashable, Sendable {
  package let uuid: String
  /// As the system outside of any container counts.
  package let pid: Int32
  /// MiB; nil where the system does not tell.
  package let usedMemory: Double?

  package init(uuid: String, pid: Int32, usedMemory: Double?) {
    self.uuid = uuid
    self.pid = pid
    self.usedMemory = usedMemory
  }
}
