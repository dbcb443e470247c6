internal import TrainingModel

extension FrameworkSample {
  /// Loops with words of their own, and what no library prints any more.
  static let excerptsOfOwnWords = [
    FrameworkSample(
      name: "Q-learning",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:01 | INFO    | base | Episode   1000 | Avg reward (last 1000): -13.28 | Steps: 14\n",
        "2024-05-01 10:00:02 | INFO    | base | Episode   2000 | Avg reward (last 1000): +2.31 | Steps: 16\n"),
      start:
        "2024-05-01 10:00:01 | INFO    | base | Episode   1000 | Avg reward (last 1000): -13.28 | Steps: 14",
      progress: TrainingProgress(step: 2000),
      metrics: ["Avg reward": 2.31]),
    FrameworkSample(
      name: "scikit-learn script",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,199 - INFO - Training data shape: (17999,)\n",
        "2024-05-01 10:00:01,123 - INFO - Training Logistic Regression...\n",
        "2024-05-01 10:00:09,123 - INFO - Test accuracy: 0.8712\n"),
      start: "2024-05-01 10:00:01,123 - INFO - Training Logistic Regression...",
      metrics: ["Test accuracy": 0.8712], testMetrics: ["Test accuracy": 0.8712]),
    FrameworkSample(
      name: "Epoch in brackets",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,199 INFO    : Epoch [3]/[199] \t Training Phase Loss: 0.0699 \t Accuracy: 0.91\n",
        "2024-05-01 10:00:01,199 INFO    : train --- Current batch:600/1600  loss:[ 0.6355]\n"),
      start:
        "2024-05-01 10:00:00,199 INFO    : Epoch [3]/[199] \t Training Phase Loss: 0.0699 \t Accuracy: 0.91",
      progress: TrainingProgress(epoch: 3, totalEpochs: 199, step: 600, totalSteps: 1600),
      metrics: ["loss": 0.6355, "Training Phase Loss": 0.0699]),
    FrameworkSample(
      name: "Log of a step a line",
      log: FrameworkSample.lines("0 val 10.9499\n", "0 train 10.955003\n", "1 train 10.902684\n"),
      start: "0 train 10.955003",
      progress: TrainingProgress(step: 1),
      metrics: ["train": 10.902684]),
    FrameworkSample(
      name: "Episodes that are done",
      log: FrameworkSample.lines(
        "episode: 1, step: 186, reward: 244.375, done: True\n",
        "episode: 2, step: 178, reward: 114.475, done: False\n"),
      start: "episode: 1, step: 186, reward: 244.375, done: True",
      metrics: ["reward": 114.475]),
    FrameworkSample(
      name: "Number first",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:01,123 - root - INFO - cuda will be used\n",
        "2024-05-01 10:00:02,123 - root - INFO - 3 epoch, loss: 0.0148,  loss_test: 0.0153, time: 0:11:54.5\n"
      ),
      start:
        "2024-05-01 10:00:02,123 - root - INFO - 3 epoch, loss: 0.0148,  loss_test: 0.0153, time: 0:11:54.5",
      progress: TrainingProgress(epoch: 3),
      metrics: ["loss": 0.0148, "loss_test": 0.0153]),
    FrameworkSample(
      name: "No joint",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:01.123 | INFO     | __main__:<module>:8 - epoch2/10:\n",
        "2024-05-01 10:00:01.124 | INFO     | __main__:<module>:9 - train_loss:12.036287\n"),
      start: "2024-05-01 10:00:01.123 | INFO     | __main__:<module>:8 - epoch2/10:",
      progress: TrainingProgress(epoch: 2, totalEpochs: 10),
      metrics: ["train_loss": 12.036287]),
    FrameworkSample(
      name: "Dashes and pictures",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:01 — [INFO] — train — 📂 Loading data from data/a.csv\n",
        "2024-05-01 10:00:02 — [INFO] — train — 🚀 Training random_forest model...\n"),
      start: "2024-05-01 10:00:02 — [INFO] — train — 🚀 Training random_forest model..."),
    FrameworkSample(
      name: "Ray result",
      log: FrameworkSample.lines(
        "Result for PPO_CartPole-v0_120b5_00000:\n", "  agent_timesteps_total: 8000\n",
        "  episode_len_mean: 40.1\n",
        "  episode_reward_mean: 40.1\n", "  training_iteration: 2\n", "  trial_id: 120b5_00000\n"),
      start: "Result for PPO_CartPole-v0_120b5_00000:",
      progress: TrainingProgress(step: 2),
      metrics: ["episode_len_mean": 40.1, "episode_reward_mean": 40.1]),
    FrameworkSample(
      name: "Iteration and step",
      log: FrameworkSample.lines("INFO - iteration:3 step:100/163, NER loss: 8.419016\n"),
      start: "INFO - iteration:3 step:100/163, NER loss: 8.419016",
      progress: TrainingProgress(step: 100, totalSteps: 163),
      metrics: ["NER loss": 8.419016]),
    FrameworkSample(
      name: "Loss of a batch",
      log: FrameworkSample.lines("[100/5000] batch loss : 2.9027 | time : 4.45s\n"),
      start: "[100/5000] batch loss : 2.9027 | time : 4.45s",
      progress: TrainingProgress(step: 100, totalSteps: 5000)),
    FrameworkSample(
      name: "Epoch completed",
      log: FrameworkSample.lines("EPOCH 4 COMPLETED @ 10:07 PM\n"),
      start: "EPOCH 4 COMPLETED @ 10:07 PM",
      progress: TrainingProgress(epoch: 4)),
    FrameworkSample(
      name: "Torch 7",
      log: FrameworkSample.lines(
        "==> doing epoch on training data:\n",
        "==> online epoch # 2 [batchSize = 64]\n",
        " [=====>............... 10112/50000 ...........]  ETA: 1m21s | Step: 2ms \n"),
      start: "==> online epoch # 2 [batchSize = 64]",
      progress: TrainingProgress(epoch: 2, step: 10112, totalSteps: 50000, etaSeconds: 81)),
    FrameworkSample(
      name: "SpeechBrain steps",
      log: FrameworkSample.lines(
        "epoch: 3, lr: 1.10e-04, steps: 5412, optimizer: Adam - train loss: 1.61e+02 - valid loss: 61.02\n"),
      start:
        "epoch: 3, lr: 1.10e-04, steps: 5412, optimizer: Adam - train loss: 1.61e+02 - valid loss: 61.02",
      progress: TrainingProgress(epoch: 3, step: 5412),
      metrics: ["lr": 1.10e-04, "train loss": 161, "valid loss": 61.02]),
    FrameworkSample(
      name: "Zaremba",
      log: FrameworkSample.lines("epoch = 0.104, train perp. = 841.2, wps = 4201, lr = 1.000\n"),
      start: "epoch = 0.104, train perp. = 841.2, wps = 4201, lr = 1.000",
      progress: TrainingProgress(epoch: 0.104),
      metrics: ["lr": 1]),
    FrameworkSample(
      name: "NEAT",
      log: FrameworkSample.lines(
        " ****** Running generation 3 ****** \n", "\n",
        "Population's average fitness: 2.21934 stdev: 0.38811\n"),
      start: " ****** Running generation 3 ****** ",
      progress: TrainingProgress(step: 3)),
    FrameworkSample(
      name: "JSON of lists",
      log: FrameworkSample.lines(
        "{\"episode\": [4], \"train_loss\": [\"0.512\"], \"val_return\": [\"11.76\"]}\n",
        "{\"episode\": [5], \"train_loss\": [\"0.498\"], \"val_return\": [\"12.01\"]}\n"),
      start: "{\"episode\": [4], \"train_loss\": [\"0.512\"], \"val_return\": [\"11.76\"]}",
      progress: TrainingProgress(step: 5),
      metrics: ["train_loss": 0.498, "val_return": 12.01]),
    FrameworkSample(
      name: "JSON by name",
      log: FrameworkSample.lines(
        "{\"name\": \"validation\", \"epoch\": 1, \"average loss\": 2.75}\n",
        "{\"name\": \"train\", \"epoch\": 2, \"average loss\": 2.51}\n"),
      start: "{\"name\": \"train\", \"epoch\": 2, \"average loss\": 2.51}",
      progress: TrainingProgress(epoch: 2),
      metrics: ["average loss": 2.51]),
    FrameworkSample(
      name: "Spinning Up frame",
      log: FrameworkSample.lines(
        "---------------------------------------\n", "|             Epoch |               7 |\n",
        "|      AverageEpRet |            55.1 |\n", "| TotalEnvInteracts |           32000 |\n"),
      start: "|      AverageEpRet |            55.1 |",
      progress: TrainingProgress(epoch: 7, step: 32000),
      metrics: ["AverageEpRet": 55.1]),
    FrameworkSample(
      name: "Iteration block",
      log: FrameworkSample.lines(
        "=== Iteration 5/200 ===\n", "  collect time      : 3.18\n", "  value loss        : 0.541\n",
        "  mean advantage    : 219.9\n"),
      start: "=== Iteration 5/200 ===",
      progress: TrainingProgress(step: 5, totalSteps: 200),
      metrics: ["value loss": 0.541, "mean advantage": 219.9]),
    FrameworkSample(
      name: "Updates of episodes",
      log: FrameworkSample.lines(
        " Scenario grid Algo mappo updates 25/1000 episodes, average reward 12.5\n",
        " Scenario grid Algo mappo updates 50/1000 episodes, average reward 13.1\n"),
      start: " Scenario grid Algo mappo updates 25/1000 episodes, average reward 12.5",
      progress: TrainingProgress(step: 50, totalSteps: 1000),
      metrics: ["average reward": 13.1]),
  ]
}
