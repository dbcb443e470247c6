internal import TrainingModel

extension FrameworkSample {
  /// ESPnet.
  static let espnet = FrameworkSample(
    name: "ESPnet",
    log: lines(
      "[host] 2024-05-01 10:00:09,396 (trainer:318) INFO: 1/30epoch started\n",
      "[host] 2024-05-01 10:00:25,764 (trainer:793) INFO: 1epoch:train:1-90batch: iter_time=0.005, ",
      "loss_ctc=557.410, acc=4.065e-04, loss=80.878, optim0_lr0=6.270e-07, train_time=0.756\n",
      "[host] 2024-05-01 10:01:25,764 (trainer:793) INFO: 1epoch:train:91-180batch: iter_time=4.710",
      "e-04, loss_ctc=515.577, acc=4.985e-04, loss=77.356, optim0_lr0=1.770e-06, train_time=0.534\n",
      "[host] 2024-05-01 11:00:00,764 (trainer:480) INFO: The training was finished at 30 epochs \n"),
    start: "[host] 2024-05-01 10:00:09,396 (trainer:318) INFO: 1/30epoch started",
    progress: TrainingProgress(epoch: 1, totalEpochs: 30, step: 180),
    metrics: ["loss_ctc": 515.577, "loss": 77.356],
    endSeen: true)

  /// Icefall.
  static let icefall = FrameworkSample(
    name: "icefall",
    log: lines(
      "2024-05-01 10:00:00,120 INFO [train.py:900] (0/4) Epoch 1, batch 50, loss[loss=7.112, simple",
      "_loss=6.312, pruned_loss=6.112, over 2500.00 frames. ], tot_loss[loss=8.1, over 1200.00 fram",
      "es. ], batch size: 40, lr: 3.00e-04\n"),
    start: "2024-05-01 10:00:00,120 INFO [train.py:900] (0/4) Epoch 1, batch 50, loss[loss=7.112, simple"
      + "_loss=6.312, pruned_loss=6.112, over 2500.00 frames. ], tot_loss[loss=8.1, over 1200.00 fram"
      + "es. ], batch size: 40, lr: 3.00e-04",
    progress: TrainingProgress(epoch: 1, step: 50),
    metrics: ["simple_loss": 6.312, "lr": 0.0003])

  /// Flax and clu.
  static let flax = FrameworkSample(
    name: "Flax and clu",
    log: lines(
      "I0501 10:00:00.123456 140 train.py:150] epoch:  1, train_loss: 0.2110, train_accuracy: 93.41",
      ", test_loss: 0.0611, test_accuracy: 98.01\n",
      "I0501 10:00:10.123456 140 logging_writer.py:48] [100] loss=0.512, steps_per_sec=10.1\n"),
    start: "I0501 10:00:00.123456 140 train.py:150] epoch:  1, train_loss: 0.2110, train_accuracy: 93.41"
      + ", test_loss: 0.0611, test_accuracy: 98.01",
    progress: TrainingProgress(epoch: 1, step: 100),
    metrics: ["train_loss": 0.211, "test_accuracy": 98.01, "loss": 0.512])

  /// Julia: ProgressMeter around Flux.
  static let julia = FrameworkSample(
    name: "Julia: ProgressMeter around Flux",
    log: lines(
      "\rTraining   5%|██▌                                       |  ETA: 0:01:40\u{1B}[K\rTraining ",
      " 41%|████████████████▌                         |  ETA: 0:00:12\u{1B}[K\n",
      "  loss:  0.3125\u{1B}[K\n",
      "\r\u{1B}[K\u{1B}[A"),
    start: "Training   5%|██▌                                       |  ETA: 0:01:40",
    progress: TrainingProgress(percent: 41, etaSeconds: 12),
    metrics: ["loss": 0.3125])

  /// Deeplearning4j.
  static let dl4j = FrameworkSample(
    name: "Deeplearning4j",
    log: lines(
      "10:00:16.404 [main] INFO org.deeplearning4j.optimize.listeners.ScoreIterationListener - Scor",
      "e at iteration 0 is 1.6457316212427945\n",
      "10:02:16.404 [main] INFO org.deeplearning4j.optimize.listeners.ScoreIterationListener - Scor",
      "e at iteration 100 is 1.3257435471519116\n"),
    start: "10:00:16.404 [main] INFO org.deeplearning4j.optimize.listeners.ScoreIterationListener - Scor"
      + "e at iteration 0 is 1.6457316212427945",
    progress: TrainingProgress(step: 100),
    metrics: ["Score": 1.3257435471519117])

  /// Several ranks of one training, their lines mixed.
  static let ranks = FrameworkSample(
    name: "several ranks of one training, their lines mixed",
    log: lines(
      "[rank0]: Epoch 2/5 | Batch 10/50 | Loss: 0.61\n",
      "[1,0]<stdout>:Epoch 2/5 | Batch 11/50 | Loss: 0.62\n",
      "0: [12]\ttrain-auc:0.71\n",
      "trainer-1  | Epoch 2/5 | Batch 20/50 | Loss: 0.52\n"),
    start: "[rank0]: Epoch 2/5 | Batch 10/50 | Loss: 0.61",
    progress: TrainingProgress(epoch: 2, totalEpochs: 5, step: 20, totalSteps: 50),
    metrics: ["Loss": 0.52])
}
