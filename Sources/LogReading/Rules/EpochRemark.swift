/// Words in a line that speaks of an epoch without training it, and such a line.
package struct EpochRemark: Sendable {
  /// In small letters.
  package let text: StaticString
  /// A line as it is printed, which is the remark's test.
  package let example: StaticString

  /// Every remark that is known.
  package static let all = [
    EpochRemark(text: "resum", example: "Resuming from epoch 12/50"),
    EpochRemark(text: "load", example: "=> loaded checkpoint 'model.pth' (epoch 12)"),
    EpochRemark(text: "cache", example: "Epoch 3/9 is cached"),
    EpochRemark(text: "best epoch", example: "best epoch 7 (val_loss 0.31)"),
    EpochRemark(text: "will ", example: "Evaluation will start at epoch 5/10"),
    EpochRemark(text: "restor", example: "Restored states of epoch 4/10"),
    EpochRemark(text: "checkpoint", example: "Newest checkpoint: epoch 4/10"),
    EpochRemark(text: "from epoch", example: "Continues from epoch 4/10"),
    EpochRemark(text: "per epoch", example: "Epoch 1/10 has 250 steps per epoch"),
    EpochRemark(text: "skip", example: "Epoch 1/10 is skipped"),
    EpochRemark(text: "early stopping", example: "Epoch 12: early stopping"),
    EpochRemark(text: "patience", example: "patience of epoch 3/10"),
    EpochRemark(text: "wandb:", example: "wandb:       epoch 99"),
    EpochRemark(text: "so far", example: "Best val_loss so far: 0.3123 at epoch 11"),
  ]
}
