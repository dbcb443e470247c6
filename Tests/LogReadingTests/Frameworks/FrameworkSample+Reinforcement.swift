internal import TrainingModel

extension FrameworkSample {
  /// Stable-Baselines3.
  static let stableBaselines3 = FrameworkSample(
    name: "Stable-Baselines3",
    log: lines(
      "------------------------------\n",
      "| rollout/           |       |\n",
      "|    ep_rew_mean     | 21.5  |\n",
      "| time/              |       |\n",
      "|    fps             | 912   |\n",
      "|    total_timesteps | 2048  |\n",
      "| train/             |       |\n",
      "|    loss            | 8.31  |\n",
      "|    n_updates       | 10    |\n",
      "------------------------------\n"),
    start: "| rollout/           |       |",
    progress: TrainingProgress(step: 2048),
    metrics: ["ep_rew_mean": 21.5, "loss": 8.31])

  /// Stable-Baselines3 with rich.
  static let stableBaselines3Bar = FrameworkSample(
    name: "Stable-Baselines3 with rich",
    log: lines(
      "\u{1B}[?25l\r\u{1B}[2K\u{1B}[35m   0%\u{1B}[0m \u{1B}[38;5;237m━━━━━━━━━━\u{1B}[0m \u{1B}[32",
      "m0/2,500 \u{1B}[0m [ \u{1B}[33m0:00:00\u{1B}[0m < \u{1B}[36m-:--:--\u{1B}[0m , \u{1B}[31m? i",
      "t/s\u{1B}[0m ]\r\u{1B}[2K\u{1B}[35m  41%\u{1B}[0m \u{1B}[38;5;197m━━━━\u{1B}[0m\u{1B}[38;5;1",
      "97m╸\u{1B}[0m\u{1B}[38;5;237m━━━━━\u{1B}[0m \u{1B}[32m1,025/2,500 \u{1B}[0m [ \u{1B}[33m0:00",
      ":07\u{1B}[0m < \u{1B}[36m0:00:12\u{1B}[0m , \u{1B}[31m131 it/s\u{1B}[0m ]"),
    start: "   0% ━━━━━━━━━━ 0/2,500  [ 0:00:00 < -:--:-- , ? it/s ]",
    progress: TrainingProgress(step: 1025, totalSteps: 2500, percent: 41, etaSeconds: 12))

  /// RLlib, printed by a script and by Ray Tune.
  static let rllib = FrameworkSample(
    name: "RLlib, printed by a script and by Ray Tune",
    log: lines(
      "iter 0 episode_return_mean=21.25\n",
      "(RayTrainWorker pid=411, ip=10.0.0.2) Epoch 2/5 - loss: 0.5\n"),
    start: "iter 0 episode_return_mean=21.25",
    progress: TrainingProgress(epoch: 2, totalEpochs: 5),
    metrics: ["episode_return_mean": 21.25, "loss": 0.5])

  /// Openpi.
  static let openpi = FrameworkSample(
    name: "openpi",
    log: lines(
      "10:00:50.373 [I] Progress on: -/30.0kit rate:- remaining:? elapsed:00:00 postfix:-          ",
      "       (2490:tqdm_logging.py:145)\n",
      "Step 0: grad_norm=2.0155, loss=0.2537, param_norm=1377.8874\n",
      "10:05:30.499 [I] Progress on: 211it/30.0kit rate:2.3s/it remaining:19:02:05 elapsed:09:40 po",
      "stfix:- (2490:tqdm_logging.py:145)\n"),
    start: "10:00:50.373 [I] Progress on: -/30.0kit rate:- remaining:? elapsed:00:00 postfix:-          "
      + "       (2490:tqdm_logging.py:145)",
    progress: TrainingProgress(step: 211, totalSteps: 30000, etaSeconds: 68525),
    metrics: ["loss": 0.2537, "grad_norm": 2.0155])
}
