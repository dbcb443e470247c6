internal import CEmbeddedFiles

/// A file of the repository that the program carries with it.
package enum EmbeddedFile: String, CaseIterable, Sendable {
  case trainStartInput = "schemas/train_start.input.json"
  case trainStartOutput = "schemas/train_start.output.json"
  case trainStatusInput = "schemas/train_status.input.json"
  case trainStatusOutput = "schemas/train_status.output.json"
  case scheduleCreateInput = "schemas/schedule_create.input.json"
  case scheduleCreateOutput = "schemas/schedule_create.output.json"
  case scheduleListInput = "schemas/schedule_list.input.json"
  case scheduleListOutput = "schemas/schedule_list.output.json"
  case scheduleUpdateInput = "schemas/schedule_update.input.json"
  case scheduleUpdateOutput = "schemas/schedule_update.output.json"
  case scheduleDeleteInput = "schemas/schedule_delete.input.json"
  case scheduleDeleteOutput = "schemas/schedule_delete.output.json"
  case schedulePauseInput = "schemas/schedule_pause.input.json"
  case schedulePauseOutput = "schemas/schedule_pause.output.json"
  case scheduleResumeInput = "schemas/schedule_resume.input.json"
  case scheduleResumeOutput = "schemas/schedule_resume.output.json"
  case scheduleHistoryInput = "schemas/schedule_history.input.json"
  case scheduleHistoryOutput = "schemas/schedule_history.output.json"
  case schedulePreviewInput = "schemas/schedule_preview.input.json"
  case schedulePreviewOutput = "schemas/schedule_preview.output.json"
  case serverInstructions = "prompts/server_instructions.md"
  case startTrainingPrompt = "prompts/start_training.md"
  case watchTrainingsPrompt = "prompts/watch_trainings.md"
  case explainFailurePrompt = "prompts/explain_failure.md"
  case reportRunPrompt = "prompts/report_run.md"
  case planSchedulePrompt = "prompts/plan_schedule.md"
  case icon = "assets/icon.png"
  case iris = "fixtures/data/iris.csv"

  /// The path in the repository.
  package var path: String { rawValue }

  /// The content as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The content.
  ///
  /// That every case has a file is what a test holds to.
  package var bytes: [UInt8] {
    guard let file = sb_embedded_file(rawValue) else {
      preconditionFailure("\(rawValue) is not in embedded.c")
    }
    return Array(UnsafeRawBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
  }
}
