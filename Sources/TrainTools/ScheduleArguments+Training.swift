internal import AgentProtocol
internal import JSON
internal import Scheduling
internal import TrainingService

extension ScheduleArguments {
  /// The training of a schedule that is created.
  var training: TrainingPlan {
    TrainingPlan(
      mode: mode ?? .full, forceRetrain: arguments.bool("force_retrain") ?? false, data: data ?? [],
      onNoNewData: onNoNewData, firstIncremental: firstIncremental)
  }

  /// What is wrong with the training of a schedule that is created.
  var trainingProblems: [ArgumentProblem] { training.problems.compactMap(\.argumentProblem) }

  /// What is wrong with the globs of a change, whatever the rest of the schedule says.
  var globProblems: [ArgumentProblem] {
    TrainingPlan(data: data ?? []).globProblems.compactMap(\.argumentProblem)
  }

  /// Enters what of the training is to be another; given as null it is taken away.
  func changeTraining(_ changes: inout ScheduleChanges) {
    changes.mode = mode
    changes.forceRetrain = arguments.bool("force_retrain")
    if arguments.has("data") { changes.data = data ?? [] }
    if arguments.has("on_no_new_data") { changes.onNoNewData = .some(onNoNewData) }
    if arguments.has("first_incremental") { changes.firstIncremental = .some(firstIncremental) }
  }

  private var mode: TrainingMode? { arguments.string("training_mode").flatMap(TrainingMode.init) }
  private var data: [String]? { arguments.strings("data") }

  private var onNoNewData: NoNewDataPolicy? {
    arguments.string("on_no_new_data").flatMap(NoNewDataPolicy.init)
  }

  private var firstIncremental: FirstIncremental? {
    arguments.string("first_incremental").flatMap(FirstIncremental.init)
  }
}
