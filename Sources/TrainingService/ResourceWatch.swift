internal import Platform
internal import TrainingHealth
internal import TrainingModel

/// What was seen of what a run that trains takes of its machine.
struct ResourceWatch {
  /// What it warns of.
  static let codes: Set<RunWarning.Code> = [.memoryClimbing, .gpuIdle]

  /// nil when nobody wants it looked at.
  private var memory: MemoryTrend?
  private var gpus = GPUTrend()
  /// In the order in which they were raised.
  private(set) var warnings: [RunWarning] = []

  /// - Parameter interval: seconds between two looks; nil for none.
  init(interval: Double?) { memory = interval.map(MemoryTrend.init(interval:)) }

  /// Whether it is looked at.
  var isWanted: Bool { memory != nil }

  /// Takes a look at its memory.
  ///
  /// - Returns: what is to be warned of, if nobody has: once. It is told when it was taken with ``inherit(_:)``.
  mutating func note(_ look: MemoryLook, timeLeft: Double?) -> RunWarning? {
    memory?.note(look, timeLeft: timeLeft).flatMap(unlessKnown)
  }

  /// Takes a look at its GPUs.
  ///
  /// - Returns: what is to be warned of, if nobody has: once. It is told when it was taken with ``inherit(_:)``.
  mutating func note(_ look: GPULook) -> RunWarning? { gpus.note(look).flatMap(unlessKnown) }

  private func unlessKnown(_ warning: RunWarning) -> RunWarning? {
    warnings.contains { $0.code == warning.code } ? nil : warning
  }

  /// Takes what is told of the run, by whichever server saw it first.
  ///
  /// - Returns: whether there is anything new in it.
  mutating func inherit(_ kept: [RunWarning]) -> Bool {
    let new = kept.filter { unlessKnown($0) != nil }
    warnings += new
    return !new.isEmpty
  }
}

extension MemoryCeiling {
  init(_ room: MemoryRoom) {
    self.init(
      limit: room.limit, available: room.available, source: room.isOfControlGroup ? .controlGroup : .machine)
  }
}
