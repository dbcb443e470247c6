internal import AgentProtocol
internal import Scheduling
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

/// What users are asked.
extension Question {
  /// Whether a run is to be stopped that was not started through this server.
  static func kill(_ picture: RunPicture) -> Question {
    let id = picture.id.rawValue
    return Question(
      text: "Stop a training that was not started through this server? \(picture.headline)",
      consent: "Stop the training",
      remedy:
        "call train_status again with action \"kill\", process_id \"\(id)\" and confirm true.")
  }

  /// Whether a schedule is to be deleted whose history would go with it.
  static func delete(_ picture: SchedulePicture) -> Question {
    let id = picture.schedule.id.rawValue
    let runs = picture.statistics.totalRuns
    return Question(
      text:
        "Delete the schedule \(id) (\(picture.schedule.definition.name)) with its history"
        + " (\(runs == 1 ? "1 run" : "\(runs) runs") started, \(picture.statistics.skippedRuns) skipped)?"
        + " The runs themselves stay.",
      consent: "Delete the schedule",
      remedy: "call schedule_delete again with schedule_id \"\(id)\" and confirm true.")
  }
}
