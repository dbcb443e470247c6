internal import EmbeddedFiles
package import TrainingService

/// All prompts about trainings.
package enum TrainPrompts {
  /// The files, in the order in which clients show them: as a training goes.
  static let files: [EmbeddedFile] = [
    .startTrainingPrompt, .watchTrainingsPrompt, .explainFailurePrompt, .reportRunPrompt, .planSchedulePrompt,
  ]

  package static func all(_ registry: RunRegistry) -> [TrainPrompt] {
    files.map { TrainPrompt($0, registry: registry) }
  }
}
