internal import TrainingModel

extension FrameworkSample {
  /// Loops that people write themselves, continued.
  static let excerptsOfOwnLoopsMore = [
    FrameworkSample(
      name: "Andrew",
      log: FrameworkSample.lines(
        "Cost after epoch 0: 0.693147\n",
        "Cost after epoch 100: 0.584508\n"),
      start: "Cost after epoch 0: 0.693147",
      progress: TrainingProgress(epoch: 100),
      metrics: ["Cost": 0.584508]),
    FrameworkSample(
      name: "Coursera",
      log: FrameworkSample.lines(
        "Iteration 1000 | Cost: 0.412\n",
        "Iteration 2000 | Cost: 0.402\n"),
      start: "Iteration 1000 | Cost: 0.412",
      progress: TrainingProgress(step: 2000),
      metrics: ["Cost": 0.402]),
    FrameworkSample(
      name: "Epoch Tqdm Outer",
      log: FrameworkSample.lines(
        "100%|██████████| 500/500 [00:12<00:00, 40.1it/s]\n",
        "Epoch 1 - avg loss 0.4123\n",
        "  0%|          | 0/500 [00:00<?, ?it/s]\r",
        " 24%|██▍       | 120/500 [00:03<00:09, 40.1it/s]"),
      start: "100%|██████████| 500/500 [00:12<00:00, 40.1it/s]",
      progress: TrainingProgress(epoch: 1, step: 120, totalSteps: 500),
      metrics: ["avg loss": 0.4123]),
    FrameworkSample(
      name: "Tqdm Epochs",
      log: FrameworkSample.lines(
        "  0%|          | 0/100 [00:00<?, ?epoch/s]\r",
        "Epoch 3, loss 0.412:   3%|▎         | 3/100 [00:03<01:37,  1.01s/epoch]"),
      start: "  0%|          | 0/100 [00:00<?, ?epoch/s]",
      progress: TrainingProgress(epoch: 3, totalEpochs: 100),
      metrics: ["loss": 0.412]),
    FrameworkSample(
      name: "Train Val",
      log: FrameworkSample.lines(
        "train: 100%|██████████| 500/500 [00:12<00:00, 40.1it/s, loss=0.412]\n",
        "val: 100%|██████████| 50/50 [00:01<00:00, 40.1it/s, loss=0.398]\n",
        "train:  24%|██▍       | 120/500 [00:03<00:09, 40.1it/s, loss=0.402]"),
      start: "train: 100%|██████████| 500/500 [00:12<00:00, 40.1it/s, loss=0.412]",
      progress: TrainingProgress(step: 120, totalSteps: 500),
      metrics: ["loss": 0.402]),
    FrameworkSample(
      name: "Pipe Table",
      log: FrameworkSample.lines(
        "| Epoch | Train Loss | Val Loss | Time   |\n",
        "|-------|------------|----------|--------|\n",
        "| 1     | 0.9123     | 0.8123   | 12.1s  |\n",
        "| 2     | 0.7123     | 0.7023   | 12.0s  |\n"),
      start: "| 1     | 0.9123     | 0.8123   | 12.1s  |",
      progress: TrainingProgress(epoch: 2),
      metrics: ["Train Loss": 0.7123, "Val Loss": 0.7023]),
    FrameworkSample(
      name: "Rich Table",
      log: FrameworkSample.lines(
        "┃ Epoch ┃ Train loss ┃ Val loss ┃\n",
        "│ 1/10  │ 0.9123     │ 0.8123   │\n",
        "│ 2/10  │ 0.7123     │ 0.7023   │\n"),
      start: "│ 1/10  │ 0.9123     │ 0.8123   │",
      progress: TrainingProgress(epoch: 2, totalEpochs: 10),
      metrics: ["Train loss": 0.7123, "Val loss": 0.7023]),
    FrameworkSample(
      name: "Ansi",
      log: FrameworkSample.lines(
        "\u{1B}[32m2024-05-01 10:00:00.123\u{1B}[0m | \u{1B}[1mINFO    \u{1B}[0m | \u{1B}[36m__main__\u{1B}[0m:\u{1B}[36mtra",
        "in\u{1B}[0m:\u{1B}[36m42\u{1B}[0m - \u{1B}[1mEpoch 3/10, loss: 0.4123\u{1B}[0m\n",
        "\u{1B}[32m2024-05-01 10:01:00.123\u{1B}[0m | \u{1B}[1mINFO    \u{1B}[0m | \u{1B}[36m__main__\u{1B}[0m:\u{1B}[36mtra",
        "in\u{1B}[0m:\u{1B}[36m42\u{1B}[0m - \u{1B}[1mEpoch 4/10, loss: 0.4023\u{1B}[0m\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00.123 | INFO     | __main__:train:42 - Epoch 3/10, loss: 0.412",
        "3"),
      progress: TrainingProgress(epoch: 4, totalEpochs: 10),
      metrics: ["loss": 0.4023]),
  ]
}
