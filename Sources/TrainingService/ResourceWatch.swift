internal import Platform
internal import TrainingHealth
internal import TrainingModel

/// What was seen of what a run that trains takes of its machine.
struct ResourceWatch {
  /// nil when nobody wants it looked at.
  private var memory: MemoryTrend?
  private var gpus = GPUTrend()

  /// - Parameter interval: seconds between two looks; nil for none.
  init(interval: Double?) { memory = interval.map(MemoryTrend.init(interval:)) }

  /// Whether it is looked at.
  var isWanted: Bool { memory != nil }

  /// Takes a look at its memory.
  ///
  /// - Returns: what is to be warned of, once.
  mutating func note(_ look: MemoryLook, timeLeft: Double?) -> RunWarning? {
    memory?.note(look, timeLeft: timeLeft)
  }

  /// Takes a look at its GPUs.
  ///
  /// - Returns: what is to be warned of, once.
  mutating func note(_ look: GPULook) -> RunWarning? { gpus.note(look) }
}

extension MemoryCeiling {
  init(_ room: MemoryRoom) {
    self.init(
      limit: room.limit, available: room.available, source: room.isOfControlGroup ? .controlGroup : .machine)
  }
}
