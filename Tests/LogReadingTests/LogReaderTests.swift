import LogReading
import Testing
import TrainingModel

@Suite struct LogReaderTests {
  private func read(_ log: String) -> LogPicture {
    var reader = LogReader()
    _ = reader.consume(Array(log.utf8)[...])
    _ = reader.finish()
    return reader.picture
  }

  @Test func whatCountsSomethingElseThanTheTrainingIsNoted() {
    var reader = LogReader()
    func read(_ line: String) -> Int64? {
      _ = reader.consume(Array((line + "\n").utf8)[...])
      return reader.lastOtherCount
    }
    #expect(read("Epoch 1/3:  47%|####5     | 15/32 [00:00<00:01, 43.9it/s, loss=0.08]") == nil)
    let start = reader.lineStart
    #expect(read("Evaluating:  40%|####      | 4/10 [00:01<00:02, 3.0it/s]") == start)
    for line in [
      "[rank 0] heartbeat 3/10, waiting", #"{"event": "heartbeat", "data": "1/2"}"#,
      "Epoch 1/3:  50%|#####     | 16/32 [00:00<00:01, 43.9it/s, loss=0.08]",
    ] {
      #expect(read(line) == start, "\(line)")
    }
  }

  @Test func readsBars() {
    let picture = read(Samples.tqdm)
    #expect(picture.started?.text == "Train Epoch 1/2:   0%|          | 0/40 [00:00<?, ?batch/s]")
    #expect(
      picture.progress
        == TrainingProgress(epoch: 1, totalEpochs: 2, step: 40, totalSteps: 40, percent: 100, etaSeconds: 0))
    #expect(picture.metrics["loss"] == 0.52)
    #expect(picture.metrics.entries.map(\.name) == ["loss", "lr"])
    #expect(picture.artifacts == ["out/best.pt"])
    #expect(picture.endSeen)
    #expect(picture.showsTraining)
  }

  @Test func offsetsPointIntoTheFile() {
    let log = "héllo\n\rEpoch 1/2\n"
    var reader = LogReader(offset: 1000)
    let events = reader.consume(Array(log.utf8)[...])
    let start = LogLine(offset: 1008, text: "Epoch 1/2")
    #expect(events.first == LogEvent(offset: 1008, kind: .trainingStarted(start)))
  }

  @Test func readsKeras() {
    let picture = read(Samples.keras)
    #expect(
      picture.progress == TrainingProgress(epoch: 1, totalEpochs: 3, step: 30, totalSteps: 60, etaSeconds: 6))
    #expect(picture.metrics["acc"] == 0.7)
  }

  @Test func evaluationBarInsideTrainingChangesNothing() {
    let picture = read(Samples.trainer)
    #expect(picture.progress.step == 30)
    #expect(picture.progress.totalSteps == 90)
    #expect(picture.progress.epoch == 1)
    #expect(picture.progress.totalEpochs == 3)
    #expect(picture.metrics["learning_rate"] == 4e-05)
  }

  @Test func readsEvents() {
    let picture = read(Samples.events)
    #expect(picture.progress.epoch == 2)
    #expect(picture.progress.totalEpochs == 4)
    #expect(picture.progress.stage == "pretrain")
    #expect(picture.metrics["psnr"] == 31.5)
    #expect(picture.artifacts == ["ckpt/2.pt"])
    #expect(picture.error == TrainingErrorEvent(errorType: "ValueError", errorMessage: "bad", phase: "train"))
    #expect(picture.endSeen)
  }

  @Test func readsBoosting() {
    let picture = read(Samples.boosting)
    #expect(picture.started?.offset == 0)
    #expect(picture.progress.step == 10)
    #expect(picture.metrics["valid-auc"] == 0.84)
  }

  @Test func readsTables() {
    let table = read(Samples.table)
    #expect(table.progress == TrainingProgress(step: 2, etaSeconds: 1.1))
    #expect(table.metrics["Train Loss"] == 0.8)
    let frame = read(Samples.frame)
    #expect(frame.progress.step == 2048)
    #expect(frame.metrics.entries.map(\.name) == ["ep_rew_mean"])
  }

  @Test func readsColumns() {
    let picture = read(Samples.yolo)
    #expect(
      picture.progress
        == TrainingProgress(epoch: 0, totalEpochs: 20, step: 5, totalSteps: 20, percent: 25, etaSeconds: 6))
    #expect(picture.metrics["cls_loss"] == 2.417)
  }

  @Test(arguments: [
    ("Epoch [3/10], loss: 0.5", 3.0, 10.0, nil as Int?), ("epoch: 3", 3, nil, nil),
    (
      "Epoch 4 | "
        + "loss=0.1", 4, nil, nil
    ),
    ("INFO - Epoch 3/10", 3, 10, nil), ("Epoch [2][10/25]\tlr: 1e-3, loss: 2.5", 2, nil, 10),
    ("Epoch: [0][ 7/90]  Loss 6.9 (7.0)", 0, nil, 7),
  ])
  func readsEpochLines(line: String, epoch: Double, total: Double?, step: Int?) {
    let picture = read(line)
    #expect(picture.started != nil)
    #expect(picture.progress.epoch == epoch)
    #expect(picture.progress.totalEpochs == total)
    #expect(picture.progress.step == step)
  }

  @Test(arguments: [
    ("step 100/1000 loss 2.1", 100, 1000 as Int?), ("iter 40: loss 3.05, time 900ms", 40, nil),
    ("Iteration 7, loss = 0.72", 7, nil), (" iteration   12/  5000 | lm loss: 4.4E+01 |", 12, 5000),
    ("[Step 5/60] Loss: 0.9", 5, 60),
  ])
  func readsStepLines(line: String, step: Int, total: Int?) {
    let picture = read(line)
    #expect(picture.progress.step == step)
    #expect(picture.progress.totalSteps == total)
    #expect(picture.showsTraining)
  }

  @Test(arguments: [
    "Loading images:  20%|██        | 10/50 [00:00<00:00, 98.8it/s]",
    "100%|██████████| 5000000/5000000 [00:13<00:00, 369553.20it/s]",
    "Map (num_proc=2): 100%|██████████| 4000/4000 [00:00<00:00, 5349.3 examples/s]",
    "Preparing to start training...", "epochs: 100\nbatch_size: 32\nlearning_rate: 0.001",
    "Loading dataset from /data (epoch 1 cache)", "Step 1/4: Loading dataset",
    "   ━━━━━━━━━━━━━━━━━━━━ 9.3/9.3 MB 115.8 MB/s eta 0:00:00", "tests/test_a.py ....  [ 25%]",
    "***** Running Evaluation *****\n 50%|█████     | 25/50 [00:01<00:01, 9.0it/s]",
    "resuming from epoch 3", "Checkpoints will be saved to runs/a",
  ])
  func doesNotStart(log: String) {
    let picture = read(log)
    #expect(picture.started == nil)
    #expect(!picture.showsTraining)
  }

  @Test func whatIsNoNumberTellsNothingOfTheProgress() {
    var reader = LogReader()
    let line = #"{"event":"progress","epoch":"NaN","total_epochs":"inf","percent":"nan","step":3}"# + "\n"
    #expect(reader.consume(Array(line.utf8)[...]).count == 2)
    #expect(reader.picture.progress == TrainingProgress(step: 3))
    #expect(reader.consume(Array(line.utf8)[...]).isEmpty, "nothing has changed")
  }

  @Test func listsAreBounded() {
    var log = ""
    for index in 0..<300 { log += "Model saved to out/\(index).pt\nstep \(index)/300 m\(index)_loss: 0.5\n" }
    let picture = read(log)
    #expect(picture.artifacts.count == LogPicture.maximumArtifacts)
    #expect(picture.artifacts.last == "out/299.pt")
    #expect(picture.metrics.entries.count == TrainingMetrics.maximumNames)
  }

  @Test(arguments: [
    ("1 day, 1:00:00", 90000.0), ("3:55", 235.0), ("35.4s", 35.4), ("390ms", 0.39),
    ("0h 1m 5s", 65.0), ("13d21h", 1_198_800.0),
  ])
  func readsTimesLeft(text: String, seconds: Double) {
    #expect(read("eta: \(text)  iter: 19  total_loss: 1.5").progress.etaSeconds == seconds)
  }

  // MARK: Announced pauses

  @Test(arguments: [
    ("step 5/100 loss: 0.5\nEvaluating...\n", true),
    ("step 5/100 loss: 0.5\n***** Running Evaluation *****\n", true),
    ("step 5/100 loss: 0.5\nSaving model checkpoint to out/checkpoint-5\nsome other line\n", true),
    ("step 5/100 loss: 0.5\n[rank0] Compiling the model\n", true),
    // It moves again.
    ("Evaluating...\nstep 5/100 loss: 0.5\n", false),
    ("Saving model checkpoint to out\n{'loss': 0.5, 'epoch': 0.1}\n", false),
    // A bar shows itself whether it moves; what was done is no announcement, and what will be is none yet.
    ("step 5/100 loss: 0.5\nEvaluating:  40%|####      | 4/10 [00:01<00:02, 3.0it/s]\n", false),
    ("step 5/100 loss: 0.5\nModel saved to out/model.pt\n", false),
    ("step 5/100 loss: 0.5\nThe best model will be evaluated when testing\n", false),
  ])
  func whatAnnouncesAPause(log: String, isPause: Bool) throws {
    var reader = LogReader()
    _ = reader.consume(Array(log.utf8)[...])
    #expect(reader.announcesPause == isPause)
    // Also for the reader that goes on.
    let kept = try #require(LogReader.Checkpoint(json: reader.checkpoint.json))
    #expect(LogReader(resuming: kept).announcesPause == isPause)
  }

  // MARK: GPUs

  @Test(arguments: [
    "Using device: cuda:0", "GPU available: True (cuda), used: True", "INFO - Training on cuda",
    "Ultralytics 8.3.0 Python-3.10 torch-2.4.0 CUDA:0 (NVIDIA A100-SXM4-80GB, 81051MiB)",
    "Process rank: 0, device: cuda:0, n_gpu: 1", "Loaded cuDNN version 8902",
    "Namespace(device='cuda', lr=0.1)",
  ])
  func whatSaysThatAGPUIsUsed(line: String) { #expect(read(line).usesGPU) }

  @Test(arguments: [
    "GPU available: True (cuda), used: False", "CUDA is not available, using the CPU", "device: cpu",
    "RuntimeError: CUDA out of memory. Tried to allocate 2 GiB on cuda:0", "torch 2.4.0+cu121 with CUDA 12.1",
    "AssertionError: Torch not compiled with CUDA enabled", "model will be moved to cuda if there is one",
    "UserWarning: device: cuda is slow here",
  ])
  func whatDoesNot(line: String) { #expect(!read(line).usesGPU) }
}
