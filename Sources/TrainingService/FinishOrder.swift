internal import RunHistory
internal import Scheduling
internal import TrainingModel

/// A command at the end of a run that this process has claimed and is to run.
struct FinishOrder: Sendable {
  let due: DueFinish
  let command: FinishCommand
  let start: TrainingCommand
}
