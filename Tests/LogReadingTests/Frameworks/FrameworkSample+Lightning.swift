internal import TrainingModel

extension FrameworkSample {
  /// Lightning with its plain bar.
  static let lightningBar = FrameworkSample(
    name: "Lightning with its plain bar",
    log: lines(
      "Sanity Checking DataLoader 0: 100%|██████████| 2/2 [00:00<00:00, 90.10it/s]\n",
      "\rEpoch 0:   0%|          | 0/20 [00:00<?, ?it/s]\rEpoch 0:  50%|█████     | 10/20 [00:01<00",
      ":01, 9.10it/s, v_num=3, train_loss=0.71]\rValidation DataLoader 0:  50%|█████     | 2/4 [00:",
      "00<00:00, 90.10it/s]\rEpoch 3: 100%|██████████| 20/20 [00:02<00:00, 9.20it/s, v_num=3, train",
      "_loss=0.52, val_loss=0.61]\n",
      "`Trainer.fit` stopped: `max_epochs=4` reached.\n"),
    start: "Epoch 0:   0%|          | 0/20 [00:00<?, ?it/s]",
    progress: TrainingProgress(epoch: 3, step: 20, totalSteps: 20),
    metrics: ["train_loss": 0.52, "val_loss": 0.61],
    endSeen: true)

  /// Lightning with rich, wrapped at 80 columns.
  static let lightningRich = FrameworkSample(
    name: "Lightning with rich, wrapped at 80 columns",
    log: lines(
      "Epoch 1/3  ━━━━━━━━━━━━━╺━━━ 9/20 0:00:01 •      12.50it/s v_num: 0.000       \n",
      "                                  0:00:02         train_loss: 0.250            \n",
      "                                                  val_loss: 0.500              \n"),
    start: "Epoch 1/3  ━━━━━━━━━━━━━╺━━━ 9/20 0:00:01 •      12.50it/s v_num: 0.000       ",
    progress: TrainingProgress(epoch: 1, totalEpochs: 4, step: 9, totalSteps: 20),
    metrics: ["train_loss": 0.25, "val_loss": 0.5])

  /// Lightning without a bar.
  static let lightningSilent = FrameworkSample(
    name: "Lightning without a bar",
    log: lines(
      "Metric val_loss improved. New best score: 0.812\n",
      "Epoch 0, global step 25: 'val_loss' reached 0.81200 (best 0.81200), saving model to 'ck/epoc",
      "h=0-step=25.ckpt' as top 1\n",
      "Epoch 1, global step 50: 'val_loss' was not in top 1\n",
      "Monitored metric val_loss did not improve in the last 3 records. Best score: 0.812. Signalin",
      "g Trainer to stop.\n"),
    start: "Metric val_loss improved. New best score: 0.812",
    progress: TrainingProgress(epoch: 1),
    metrics: ["val_loss": 0.812],
    artifacts: ["ck/epoch=0-step=25.ckpt"],
    stopsEarly: true)

  /// Lightning, validate() alone: no training.
  static let lightningValidation = FrameworkSample(
    name: "Lightning, validate() alone: no training",
    log: lines(
      "Validation DataLoader 0: 100%|██████████| 25/25 [00:00<00:00, 173.51it/s]\n",
      "┏━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━━┓\n",
      "┃\u{1B}[1m \u{1B}[0m\u{1B}[1m     Validate metric     \u{1B}[0m\u{1B}[1m \u{1B}[0m┃\u{1B}[1m",
      " \u{1B}[0m\u{1B}[1m      DataLoader 0       \u{1B}[0m\u{1B}[1m \u{1B}[0m┃\n",
      "┡━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━━┩\n",
      "│\u{1B}[36m \u{1B}[0m\u{1B}[36m        val_loss         \u{1B}[0m\u{1B}[36m \u{1B}[0m│\u{1B}",
      "[35m \u{1B}[0m\u{1B}[35m   1.0740828860036861    \u{1B}[0m\u{1B}[35m \u{1B}[0m│\n",
      "└───────────────────────────┴───────────────────────────┘\n"),
    metrics: ["val_loss": 1.0740828860036862])

  /// Lightning, test() after training.
  static let lightningTest = FrameworkSample(
    name: "Lightning, test() after training",
    log: lines(
      "Epoch 0: 100%|██████████| 20/20 [00:02<00:00, 9.20it/s]\n",
      "────────────────────────────────────────\n",
      "       Test metric             DataLoader 0\n",
      "────────────────────────────────────────\n",
      "        test_acc                0.875\n",
      "        test_loss          0.3125\n",
      "────────────────────────────────────────\n"),
    start: "Epoch 0: 100%|██████████| 20/20 [00:02<00:00, 9.20it/s]",
    progress: TrainingProgress(epoch: 0, step: 20, totalSteps: 20),
    metrics: ["test_acc": 0.875, "test_loss": 0.3125],
    testMetrics: ["test_acc": 0.875, "test_loss": 0.3125])
}
