internal import TrainingModel

extension FrameworkSample {
  /// Research codes and tools around PyTorch, continued.
  static let excerptsOfResearchOthers = [
    FrameworkSample(
      name: "speechbrain",
      log: FrameworkSample.lines(
        "speechbrain.core - Beginning experiment!\n",
        "speechbrain.core - 11.2M trainable parameters in ASR\n",
        "speechbrain.utils.epoch_loop - Going into epoch 1\n",
        "  3%|▎         | 34/1000 [00:30<12:00,  1.34it/s, train_loss=5.21]\n"),
      start: "speechbrain.utils.epoch_loop - Going into epoch 1",
      progress: TrainingProgress(epoch: 1, step: 34, totalSteps: 1000),
      metrics: ["train_loss": 5.21]),
    FrameworkSample(
      name: "speechbrain Epoch",
      log: FrameworkSample.lines(
        "100%|██████████| 1000/1000 [12:30<00:00,  1.34it/s, train_loss=2.21]\n",
        "100%|██████████| 50/50 [00:30<00:00,  1.64it/s]\n",
        "speechbrain.utils.train_logger - epoch: 1, lr: 1.00e+00, steps: 1000 - train los",
        "s: 2.21 - valid loss: 1.92, valid CER: 21.12, valid WER: 40.12\n",
        "speechbrain.utils.checkpoints - Saved an end-of-epoch checkpoint in results/save",
        "/CKPT+2024-05-01+10-00-00+00\n",
        "speechbrain.utils.epoch_loop - Going into epoch 2\n"),
      start: "100%|██████████| 1000/1000 [12:30<00:00,  1.34it/s, train_loss=2.21]",
      progress: TrainingProgress(epoch: 2),
      metrics: ["train loss": 2.21, "valid loss": 1.92, "valid WER": 40.12],
      artifacts: ["results/save/CKPT+2024-05-01+10-00-00+00"]),
    FrameworkSample(
      name: "kaldi",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 [steps/nnet3/chain/train.py:428 - train - INFO ] Trainin",
        "g will run for 4.0 epochs = 109 iterations\n",
        "2024-05-01 10:00:10,123 [steps/nnet3/chain/train.py:529 - train - INFO ] Iter: 0",
        "/108   Jobs: 3   Epoch: 0.00/4.0 (0.0% complete)   lr: 0.003000   \n",
        "2024-05-01 10:02:10,123 [steps/nnet3/chain/train.py:529 - train - INFO ] Iter: 1",
        "/108   Jobs: 3   Epoch: 0.04/4.0 (0.9% complete)   lr: 0.002974   \n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:10,123 [steps/nnet3/chain/train.py:529 - train - INFO ] Iter: 0",
        "/108   Jobs: 3   Epoch: 0.00/4.0 (0.0% complete)   lr: 0.003000   "),
      progress: TrainingProgress(epoch: 0.04, totalEpochs: 4, step: 1, totalSteps: 108),
      metrics: ["lr": 0.002974]),
    FrameworkSample(
      name: "simpletransformers",
      log: FrameworkSample.lines(
        "Epochs 0/2. Running Loss:    0.7012:   0%|          | 0/120 [00:00<?, ?it/s]\r",
        "Epochs 0/2. Running Loss:    0.6512:  10%|█         | 12/120 [00:02<00:20,  5.12",
        "it/s]"),
      start: "Epochs 0/2. Running Loss:    0.7012:   0%|          | 0/120 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 0, totalEpochs: 2, step: 12, totalSteps: 120),
      metrics: ["Running Loss": 0.6512]),
    FrameworkSample(
      name: "stanza",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00 INFO: Training tagger...\n",
        "2024-05-01 10:00:04 INFO: Finished STEP 20/50000, loss = 12.312345 (0.123 sec/ba",
        "tch), lr: 0.003000\n",
        "2024-05-01 10:00:09 INFO: Finished STEP 40/50000, loss = 10.312345 (0.113 sec/ba",
        "tch), lr: 0.003000\n"),
      start: "2024-05-01 10:00:00 INFO: Training tagger...",
      progress: TrainingProgress(step: 40, totalSteps: 50000),
      metrics: ["loss": 10.312345, "lr": 0.003]),
    FrameworkSample(
      name: "raft",
      log: FrameworkSample.lines(
        "[1100/120000] loss 2.3412 epe 1.9213 lr 0.0004\n",
        "[1200/120000] loss 2.2412 epe 1.8213 lr 0.0004\n"),
      start: "[1100/120000] loss 2.3412 epe 1.9213 lr 0.0004",
      progress: TrainingProgress(step: 1200, totalSteps: 120000),
      metrics: ["loss": 2.2412, "lr": 0.0004]),
    FrameworkSample(
      name: "dict Line",
      log: FrameworkSample.lines(
        "{\"train_lr\": 0.0001, \"train_loss\": 4.1312, \"test_loss\": 3.9123, \"epoch\": 4, \"n_p",
        "arameters\": 41302368}\n",
        "{\"train_lr\": 0.0001, \"train_loss\": 4.0312, \"test_loss\": 3.8123, \"epoch\": 5, \"n_p",
        "arameters\": 41302368}\n"),
      start: FrameworkSample.lines(
        "{\"train_lr\": 0.0001, \"train_loss\": 4.1312, \"test_loss\": 3.9123, \"epoch\": 4, \"n_p",
        "arameters\": 41302368}"),
      progress: TrainingProgress(epoch: 5),
      metrics: ["train_loss": 4.0312, "test_loss": 3.8123]),
    FrameworkSample(
      name: "time Of Day Prefix",
      log: FrameworkSample.lines(
        "2024-05-01T10:00:00.1234567Z Epoch 1/5 train_loss=0.9123 val_loss=0.8123\n",
        "2024-05-01T10:01:00.1234567Z Epoch 2/5 train_loss=0.7123 val_loss=0.7023\n"),
      start: "2024-05-01T10:00:00.1234567Z Epoch 1/5 train_loss=0.9123 val_loss=0.8123",
      progress: TrainingProgress(epoch: 2, totalEpochs: 5),
      metrics: ["train_loss": 0.7123, "val_loss": 0.7023]),
  ]
}
