package import JSON
internal import Platform
package import TrainingModel

/// A run as lists tell of it; of one that has ended it is made once.
package struct RunSummary: Sendable {
  package let id: RunID
  package let name: String?
  package let status: ProcessStatus
  /// The short record, by the names of the wire.
  package let record: JSONObject
  /// The same in a line of text.
  package let line: String
  /// Bytes.
  package let logSize: Int64
  private let logPath: String
  private let endedAt: Timestamp?
  /// When its process was started; when it was made where that is not known.
  private let beganAt: Timestamp

  package init(_ picture: RunPicture, record: JSONObject, line: String) {
    id = picture.id
    name = picture.specification.name
    status = picture.status
    self.record = record
    self.line = line
    logSize = picture.logSize
    logPath = picture.logPath
    endedAt = picture.state.exitRecord?.endedAt
    beganAt = picture.process?.startedAt ?? picture.specification.createdAt
  }

  /// When something of the run was another for the last time: its end, else the last growth of its log.
  package var changedAt: Timestamp {
    if let endedAt { return endedAt }
    return FileSystem.modificationTime(of: logPath).map(Timestamp.init(nanoseconds:)) ?? beganAt
  }
}
