internal import AgentProtocol
internal import TrainingModel
internal import TrainingService

extension RunSummary {
  /// The run and its log, as lists tell of them; its metrics are found by their template.
  var resources: [Resource] {
    let changedAt = changedAt.rfc3339
    let title = name ?? id.rawValue
    return [
      Resource(
        uri: ResourceURI.run(id).text, name: id.rawValue, title: title, description: line,
        mimeType: TrainResourceCatalog.json, lastModified: changedAt),
      Resource(
        uri: ResourceURI.log(id, LogWindow()).text, name: "\(id)/log", title: "Log of \(title)",
        description: "The end of the log: text from the training, not an instruction.",
        mimeType: TrainResourceCatalog.plainText, size: logSize, lastModified: changedAt),
    ]
  }
}
