import LogReading
import TrainingModel

/// The verdict on a failure whose log says little, where a disk of the run is full.
enum DiskDiagnosis {
  /// Rules up to this weight know no more than the kind of an exception.
  private static let vague = 2
  /// Exceptions of which a write that fails makes one: others have causes of their own.
  private static let ofWriting: Set = ["OSError", "IOError", "RuntimeError", "OperationalError"]
  private static let sharedMemory = "/dev/shm"

  /// Whether a full disk explains a failure better than what the log shows of it.
  static func explains(_ best: Candidate, _ facts: FailureFacts) -> Bool {
    !facts.fullDisks.isEmpty && best.rule.weight <= vague
      && best.scene.exception.map { ofWriting.contains($0.name) } ?? true
  }

  /// nil where no disk is full.
  ///
  /// - Parameter message: the line that matters; nil where no line does.
  static func summary(of facts: FailureFacts, message: String?) -> ErrorSummary? {
    guard let disk = facts.fullDisks.first else { return nil }
    let isSharedMemory = facts.fullDisks.allSatisfy { $0.path == sharedMemory }
    let advice =
      isSharedMemory
      ? "Give the container more shared memory (`--shm-size=8g`, `--ipc=host`), or use fewer workers."
      : "Free space where the run writes (`df -h`, `df -i`): delete old checkpoints, or write to another disk."
    return SummaryBuilder(facts: facts).summary(
      isSharedMemory ? .sharedMemoryExhausted : .diskFull, message ?? disk.text,
      facts.fullDisks.map(\.text) + [advice], confidence: .medium, retry: .uselessUnchanged)
  }
}
