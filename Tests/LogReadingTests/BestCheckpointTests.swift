import LogReading
import Testing

/// Which file a log calls the best one.
@Suite struct BestCheckpointTests {
  private func picture(_ log: String) -> LogPicture {
    var reader = LogReader()
    _ = reader.consume(Array(log.utf8)[...])
    _ = reader.finish()
    return reader.picture
  }

  @Test(arguments: [
    // Keras
    (
      "Epoch 3: val_loss improved from 0.60000 to 0.51000, saving model to out/best.keras",
      BestCheckpoint(path: "out/best.keras", metric: "val_loss", value: 0.51, epoch: 3)
    ),
    (
      "Epoch 1: val_accuracy improved from None to 0.81000, saving model to model.h5",
      BestCheckpoint(path: "model.h5", metric: "val_accuracy", value: 0.81, epoch: 1)
    ),
    // Lightning
    (
      "Epoch 4, global step 500: 'val_loss' reached 0.31234 (best 0.31234), saving model to '/x/epoch=4-step=500.ckpt' as top 1",
      BestCheckpoint(path: "/x/epoch=4-step=500.ckpt", metric: "val_loss", value: 0.31234, epoch: 4)
    ),
    ("best_model_path: /x/epoch=4-step=500.ckpt", BestCheckpoint(path: "/x/epoch=4-step=500.ckpt", epoch: 4)),
    // Hugging Face
    (
      "Loading best model from out/checkpoint-500 (score: 0.4321).",
      BestCheckpoint(path: "out/checkpoint-500", value: 0.4321)
    ),
    // Ultralytics
    (
      "Optimizer stripped from runs/detect/train/weights/best.pt, 6.2MB",
      BestCheckpoint(path: "runs/detect/train/weights/best.pt")
    ),
    (
      "Validating runs/detect/train/weights/best.pt...",
      BestCheckpoint(path: "runs/detect/train/weights/best.pt")
    ),
    // MMEngine
    (
      "INFO - The best checkpoint with 0.7610 coco/bbox_mAP at 12 epoch is saved to best_coco_bbox_mAP_epoch_12.pth.",
      BestCheckpoint(
        path: "best_coco_bbox_mAP_epoch_12.pth", metric: "coco/bbox_mAP", value: 0.761, epoch: 12)
    ),
    // fairseq
    (
      "Saved checkpoint checkpoints/checkpoint_best.pt (epoch 3 @ 300 updates, score 4.5) (writing took 1.2 seconds)",
      BestCheckpoint(path: "checkpoints/checkpoint_best.pt", value: 4.5, epoch: 3)
    ),
    // AllenNLP, and what people write themselves
    (
      "Best validation performance so far. Copying weights to 'out/best.th'.",
      BestCheckpoint(path: "out/best.th")
    ),
    (
      "New best model saved to ckpt/model_7.pt with val_acc: 0.913",
      BestCheckpoint(path: "ckpt/model_7.pt", metric: "val_acc", value: 0.913)
    ),
    ("Best checkpoint: out/step_400.safetensors", BestCheckpoint(path: "out/step_400.safetensors")),
    (
      #"{"event": "checkpoint", "path": "b.pt", "best": true, "epoch": 2, "metrics": {"val_loss": 0.4}}"#,
      BestCheckpoint(path: "b.pt", metric: "val_loss", value: 0.4, epoch: 2)
    ),
  ])
  func whatIsCalledTheBest(line: String, best: BestCheckpoint) throws {
    #expect(picture(line).best == best)
    let kept = try #require(LogPicture(json: picture(line).json))
    #expect(kept.best == best)
  }

  @Test(arguments: [
    "Epoch 3: val_loss did not improve from 0.51000",
    "Model saved to out/last.pt (best val_loss 0.3 at epoch 2)",
    "Epoch 5, global step 600: 'val_loss' reached 0.35000 (best 0.31234), saving model to '/x/e.ckpt' as top 2",
    "The best model will be saved to out/best.pt", "best val acc 0.91",
    "Saving model checkpoint to out/checkpoint-500",
    "EarlyStopping: no improvement, best model is kept in out/best.pt",
    #"{"event": "checkpoint", "path": "a.pt"}"#,
  ])
  func whatIsNot(line: String) { #expect(picture(line).best == nil) }

  @Test func theLastOneCountsAndIsOfTheEpochThatIsTrained() {
    let log = """
      Epoch 1/9 - loss: 0.9
      Saved best model to out/best.pt (val_loss 0.8)
      Epoch 2/9 - loss: 0.8
      Saved best model to out/best.pt (val_loss 0.7)
      Epoch 3/9 - loss: 0.7
      Loaded best model from out/best.pt

      """
    #expect(
      picture(log).best == BestCheckpoint(path: "out/best.pt", metric: "val_loss", value: 0.7, epoch: 2))
    #expect(
      picture(log + "Saved best model to out/best.pt\n").best?.value == nil,
      "another state, whose value nobody told")
  }
}
