import LogReading
import Testing

/// Whether a log shows that something was trained: every way of the contract's `verified`.
@Suite struct VerifiedTests {
  private func showsTraining(_ lines: [String]) -> Bool {
    var reader = LogReader()
    _ = reader.consume(Array(lines.map { $0 + "\n" }.joined().utf8)[...])
    _ = reader.finish()
    return reader.picture.showsTraining
  }

  private static let start = "***** Running training *****"
  private static let progress = #"{"event": "progress", "percent": 40}"#
  private static let metrics = "accuracy: 0.91"
  private static let end = "Training finished"
  private static let model = "Model saved to out/model.pkl"

  @Test(arguments: [
    progress, metrics, end, model, "Saved predictions to out/table.csv", "Epoch 12: early stopping",
  ])
  func behindASignOfTheStartAnyOfThemIsEnough(line: String) { #expect(showsTraining([Self.start, line])) }

  @Test func aStartOfWhichNothingCameIsNone() { #expect(!showsTraining([Self.start])) }

  @Test(arguments: [
    metrics, end, model, "Epoch 12: early stopping", "Saved predictions to out/table.csv", "Done.",
  ])
  func aloneNoneOfThemIs(line: String) { #expect(!showsTraining([line])) }

  @Test(arguments: [[metrics, model], [metrics, end], [end, model], ["Epoch 12: early stopping", model]])
  func ofAScriptThatPrintsItsResultsAloneTwoAre(lines: [String]) { #expect(showsTraining(lines)) }

  @Test func aTableIsNoModel() {
    #expect(!showsTraining([Self.metrics, "Saved predictions to out/table.csv"]))
  }

  @Test(arguments: [
    ["Nothing to train: the last checkpoint is of epoch 10"],
    [start, "Nothing to train: the last checkpoint is of epoch 10", end, model],
    [start, "Resuming at epoch: 10", "training to 3 epochs is finished, nothing to resume.", metrics, end],
    ["The training has already reached at max_epoch: 30", end, model],
    [
      start, "  Continuing training from global step 30", "100%|██████████| 30/30 [00:00<?, ?it/s]",
      "{'train_runtime': 0.0034, 'train_samples_per_second': 26331.4, 'train_loss': 0.0, 'epoch': 3.0}",
      model,
    ],
  ])
  func resumedAndNothingToDoIsNone(lines: [String]) { #expect(!showsTraining(lines)) }

  @Test func aTrainingWhoseSecondPartHadNothingToDoIsOne() {
    #expect(
      showsTraining([Self.start, "Epoch 1/2 - loss: 0.5", "Epoch 2/2 - loss: 0.4", "Nothing to train: done"]))
  }

  @Test func aShortTrainingWithALossIsOne() {
    #expect(
      showsTraining([Self.start, "{'train_runtime': 0.9034, 'train_loss': 0.25, 'epoch': 3.0}"]))
    #expect(showsTraining([Self.start, "{'train_runtime': 61.5, 'train_loss': 0.0, 'epoch': 3.0}"]))
  }

  @Test func anEarlyStopIsAnEnd() {
    #expect(showsTraining(["Epoch 3/50 - loss: 0.5", "Epoch 3: early stopping"]))
  }
}
