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
  /// - Returns: a warning, the one time that it is raised.
  mutating func note(_ look: MemoryLook, timeLeft: Double?) -> RunWarning? {
    keep(memory?.note(look, timeLeft: timeLeft))
  }

  /// Takes a look at its GPUs.
  ///
  /// - Returns: a warning, the one time that it is raised.
  mutating func note(_ look: GPULook) -> RunWarning? { keep(gpus.note(look)) }

  /// Takes what another server has warned of.
  mutating func inherit(_ others: [RunWarning]) {
    for warning in others { _ = keep(warning) }
  }

  private mutating func keep(_ warning: RunWarning?) -> RunWarning? {
    guard let warning, !warnings.contains(where: { $0.code == warning.code }) else { return nil }
    warnings.append(warning)
    return warning
  }
}

extension MemoryCeiling {
  init(_ room: MemoryRoom) {
    self.init(
      limit: room.limit, available: room.available, source: room.isOfControlGroup ? .controlGroup : .machine)
  }
}
