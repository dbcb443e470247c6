/// What was seen of the GPUs of a training at one moment.
package struct GPULook: Hashable, Sendable {
  /// Seconds of a clock that never goes back.
  package let time: Double
  /// All there are.
  package let gpus: [GPUState]
  /// All that compute on them, as far as the system tells.
  package let processes: [GPUProcess]
  /// The processes of the training.
  package let pids: Set<Int32>
  /// The training's CUDA_VISIBLE_DEVICES; nil when it has none.
  package let visibleDevices: String?
  /// Whether its log says that it computes on a GPU.
  package let isSaidToUseGPU: Bool
  /// How often its progress has moved so far.
  package let movements: Int

  package init(
    time: Double, gpus: [GPUState], processes: [GPUProcess], pids: Set<Int32>, visibleDevices: String? = nil,
    isSaidToUseGPU: Bool = false, movements: Int = 0
  ) {
    self.time = time
    self.gpus = gpus
    self.processes = processes
    self.pids = pids
    self.visibleDevices = visibleDevices
    self.isSaidToUseGPU = isSaidToUseGPU
    self.movements = movements
  }

  /// How the training and the GPUs belong together.
  enum Share: Hashable {
    /// It holds memory of these.
    case holds([GPUState], mebibytes: Double?)
    /// It was given these, or says that it computes on them, and nobody holds anything of them.
    case leaves([GPUState])
  }

  /// nil where it has nothing to do with any GPU, and where nobody can tell.
  var share: Share? {
    let own = processes.filter { pids.contains($0.pid) }
    if !own.isEmpty {
      let uuids = Set(own.map(\.uuid))
      let sizes = own.compactMap(\.usedMemory)
      return .holds(
        gpus.filter { uuids.contains($0.uuid) }, mebibytes: sizes.isEmpty ? nil : sizes.reduce(0, +))
    }
    guard let given = givenGPUs, !given.isEmpty else { return nil }
    // Inside of a container nvidia-smi names no process, or by another number: then only a GPU that nobody uses tells.
    let isUnused = given.allSatisfy { ($0.usedMemory ?? .infinity) < Self.unusedMemory }
    return isUnused ? .leaves(given) : nil
  }

  /// MiB, less than which no process that computes on a GPU holds of it: what CUDA takes for itself is more.
  private static let unusedMemory = 100.0

  /// What CUDA_VISIBLE_DEVICES names, or all where it is said that a GPU is used; nil where nobody asked for any.
  private var givenGPUs: [GPUState]? {
    guard let visibleDevices else { return isSaidToUseGPU ? gpus : nil }
    let names = visibleDevices.split(separator: ",").map { $0.filter { $0 != " " } }
    // CUDA ends the list at the first name that it does not know; -1 hides all.
    return names.compactMap { name in
      gpus.first { Int(name) == $0.index || name.hasPrefix("GPU-") && $0.uuid.hasPrefix(name) }
    }
  }
}
