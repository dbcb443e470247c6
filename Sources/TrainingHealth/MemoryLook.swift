/// What was seen of a training's memory at one moment.
package struct MemoryLook: Hashable, Sendable {
  /// Seconds of a clock that never goes back.
  package let time: Double
  /// Bytes that all its processes hold together and nobody can take back, such as pages of a file: each page counted once.
  package let bytes: Int64
  /// The epoch that its log told last; nil when it told none.
  package let epoch: Double?
  /// nil where nobody can tell.
  package let ceiling: MemoryCeiling?

  package init(time: Double, bytes: Int64, epoch: Double? = nil, ceiling: MemoryCeiling? = nil) {
    self.time = time
    self.bytes = bytes
    self.epoch = epoch
    self.ceiling = ceiling
  }
}
