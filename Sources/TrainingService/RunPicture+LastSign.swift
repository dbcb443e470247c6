internal import Platform
package import TrainingModel

extension RunPicture {
  /// When something was last seen to happen to the run: its end, what it wrote last, or its start.
  package func lastSign() -> Timestamp {
    if let record = state.exitRecord { return record.endedAt }
    let written = FileSystem.modificationTime(of: logPath).map { Timestamp(nanoseconds: $0) }
    return [written, process?.startedAt].compactMap(\.self)
      .reduce(specification.createdAt) { $0.nanoseconds < $1.nanoseconds ? $1 : $0 }
  }
}
