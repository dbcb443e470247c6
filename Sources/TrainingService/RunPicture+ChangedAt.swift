internal import Platform
package import TrainingModel

extension RunPicture {
  /// When something of the run was another for the last time: its end, else the last growth of its log.
  package var changedAt: Timestamp {
    if let record = state.exitRecord { return record.endedAt }
    let written = FileSystem.modificationTime(of: logPath).map(Timestamp.init(nanoseconds:))
    return written ?? process?.startedAt ?? specification.createdAt
  }
}
