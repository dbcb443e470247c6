internal import AgentProtocol
internal import Scheduling
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

extension SchedulePicture {
  /// The schedule, as lists tell of it.
  var resource: Resource {
    Resource(
      uri: ResourceURI.schedule(schedule.id).text, name: schedule.id.rawValue,
      title: schedule.definition.name, description: listLine, mimeType: TrainResourceCatalog.json,
      lastModified: max(schedule.updatedAt, statistics.lastRunAt ?? schedule.updatedAt).rfc3339)
  }
}
