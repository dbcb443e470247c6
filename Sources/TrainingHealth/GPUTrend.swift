package import TrainingModel

/// Watches the GPUs of a training, and warns once when they have had next to nothing to do for long.
///
/// Looks go in, in constant memory; it knows no clock.
package struct GPUTrend: Hashable, Sendable {
  /// Percent; a GPU below it has next to nothing to do.
  static let idleBelow = 5.0
  /// Looks in a row in which all of the training's GPUs must be so: nvidia-smi tells of the last second alone, and a
  /// training that computes now and then is seen computing in some of them.
  static let fewestLooks = 20

  /// Looks in which they had nothing to do, one after the other.
  private struct Quiet: Hashable, Sendable {
    let uuids: [String]
    let since: Double
    let movements: Int
    var looks = 0
    var highest = 0.0
    var sum = 0.0

    mutating func add(_ utilization: Double?) {
      looks += 1
      highest = max(highest, utilization ?? 0)
      sum += utilization ?? 0
    }
  }

  private var quiet: Quiet?
  /// Set once, for good.
  package private(set) var warning: RunWarning?

  package init() {}

  /// Takes the next look.
  ///
  /// - Returns: a warning, the one time that it is raised.
  package mutating func note(_ look: GPULook) -> RunWarning? {
    guard warning == nil else { return nil }
    guard let share = look.share, let utilization = share.idleUtilization else {
      quiet = nil
      return nil
    }
    let uuids = share.gpus.map(\.uuid)
    if quiet?.uuids != uuids {
      quiet = Quiet(uuids: uuids, since: look.time, movements: look.movements)
    }
    quiet?.add(utilization)
    guard let quiet, quiet.looks >= Self.fewestLooks else { return nil }
    warning = warn(share, quiet, look)
    return warning
  }

  private func warn(_ share: GPULook.Share, _ quiet: Quiet, _ look: GPULook) -> RunWarning {
    let moved = look.movements - quiet.movements
    let seconds = DurationText.words(look.time - quiet.since)
    let progress = "its progress \(moved > 0 ? "moved \(moved) times" : "did not move") meanwhile"
    switch share {
    case .holds(let gpus, let mebibytes):
      let held = mebibytes.map { "; it holds \(number($0)) MiB there" } ?? ""
      return RunWarning(
        .gpuIdle,
        moved > 0
          ? "It goes on, and its GPU has next to nothing to do: look at the loading of the data (num_workers, decoding, a "
            + "slow disk), at work left to the CPU, and at copies to the CPU in every step (.item(), .cpu(), print)."
          : "Its GPU has nothing to do, and nothing moves: look what its processes wait for (py-spy dump, top), such as "
            + "data, a lock or another process.",
        evidence: "\(names(gpus)): \(number(quiet.sum / Double(quiet.looks))) % on average and "
          + "\(number(quiet.highest)) % at most in \(quiet.looks) looks over \(seconds)\(held); \(progress)")
    case .leaves(let gpus):
      let cause =
        look.isSaidToUseGPU ? "its log says that it uses a GPU" : "CUDA_VISIBLE_DEVICES gives it one"
      return RunWarning(
        .gpuIdle,
        "It trains without a GPU, although \(cause): look whether torch.cuda.is_available() is true (a CPU build, a driver "
          + "that is too old), and whether model and batches are moved there (.to(device)).",
        evidence: "nothing is held of \(names(gpus)) in \(quiet.looks) looks over \(seconds); \(progress)")
    }
  }

  private func names(_ gpus: [GPUState]) -> String {
    gpus.map { "GPU \($0.index) (\($0.uuid))" }.joined(separator: ", ")
  }
}

extension GPULook.Share {
  fileprivate var gpus: [GPUState] {
    switch self {
    case .holds(let gpus, _), .leaves(let gpus): gpus
    }
  }

  /// Percent, of the busiest one; nil when it is none that is idle, and where nobody can tell.
  fileprivate var idleUtilization: Double? {
    switch self {
    case .leaves: return 0
    case .holds(let gpus, _):
      let known = gpus.compactMap(\.utilization)
      guard !known.isEmpty, known.count == gpus.count, let highest = known.max() else { return nil }
      return highest < GPUTrend.idleBelow ? highest : nil
    }
  }
}
