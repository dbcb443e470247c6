internal import TrainingModel

extension LogGap {
  /// What a reader of the run should know of a log with this gap and this cap.
  func warnings(maximumBytes: Int64) -> [RunWarning] {
    var warnings: [RunWarning] = []
    if !dropped.isEmpty {
      warnings.append(
        RunWarning(
          .logCapped,
          "The log grew past its cap of \(maximumBytes) bytes, so its middle was dropped; its beginning and its "
            + "end are kept.",
          evidence: "\(dropped.byteCount) bytes, from \(dropped.lowerBound) to \(dropped.upperBound)"))
    }
    if let problem {
      warnings.append(
        RunWarning(
          .logCapImpossible,
          "The log grew past its cap of \(maximumBytes) bytes, and its file system lets nothing be dropped of it: "
            + "watch the room on the disk.",
          evidence: problem))
    }
    return warnings
  }
}
