internal import TrainingModel

extension FrameworkSample {
  /// Reinforcement learners.
  static let excerptsOfReinforcement = [
    FrameworkSample(
      name: "sb2",
      log: FrameworkSample.lines(
        "--------------------------------------\n",
        "| approxkl           | 0.0012345     |\n",
        "| clipfrac           | 0.0123        |\n",
        "| ep_reward_mean     | 21.3          |\n",
        "| explained_variance | 0.0123        |\n",
        "| fps                | 812           |\n",
        "| n_updates          | 1             |\n",
        "| policy_entropy     | 0.6912        |\n",
        "| serial_timesteps   | 128           |\n",
        "| time_elapsed       | 1.2e-05       |\n",
        "| total_timesteps    | 512           |\n",
        "| value_loss         | 45.1          |\n",
        "--------------------------------------\n"),
      start: "| approxkl           | 0.0012345     |",
      progress: TrainingProgress(step: 512),
      metrics: ["ep_reward_mean": 21.3, "value_loss": 45.1, "policy_entropy": 0.6912]),
    FrameworkSample(
      name: "rllib Old",
      log: FrameworkSample.lines(
        "agent_timesteps_total: 12000\n",
        "counters:\n",
        "  num_agent_steps_sampled: 12000\n",
        "episode_len_mean: 95.21\n",
        "episode_reward_max: 200.0\n",
        "episode_reward_mean: 95.21\n",
        "episodes_total: 212\n",
        "timesteps_total: 12000\n",
        "training_iteration: 3\n"),
      start: "training_iteration: 3",
      progress: TrainingProgress(step: 3),
      metrics: ["episode_reward_mean": 95.21]),
    FrameworkSample(
      name: "rllib Loop",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123\tINFO worker.py:1749 -- Started a local Ray instance.\n",
        "Iteration 1: episode_reward_mean=21.32, len=21.32\n",
        "Iteration 2: episode_reward_mean=28.12, len=28.12\n"),
      start: "Iteration 1: episode_reward_mean=21.32, len=21.32",
      progress: TrainingProgress(step: 2),
      metrics: ["episode_reward_mean": 28.12]),
    FrameworkSample(
      name: "tune Table",
      log: FrameworkSample.lines(
        "== Status ==\n",
        "Current time: 2024-05-01 10:00:30 (running for 00:00:30.12)\n",
        "Logical resource usage: 2.0/8 CPUs, 0/0 GPUs\n",
        "Number of trials: 1/1 (1 RUNNING)\n",
        "+-----------------------------+----------+---------------+--------+-------------",
        "-----+-------+----------+\n",
        "| Trial name                  | status   | loc           |   iter |   total time",
        " (s) |    ts |   reward |\n",
        "|-----------------------------+----------+---------------+--------+-------------",
        "-----+-------+----------|\n",
        "| PPO_CartPole-v1_ab12c_00000 | RUNNING  | 10.0.0.4:4123 |      3 |          12.",
        "1234 | 12000 |    95.21 |\n",
        "+-----------------------------+----------+---------------+--------+-------------",
        "-----+-------+----------+\n"),
      start: FrameworkSample.lines(
        "| PPO_CartPole-v1_ab12c_00000 | RUNNING  | 10.0.0.4:4123 |      3 |          12.",
        "1234 | 12000 |    95.21 |"),
      progress: TrainingProgress(step: 3),
      metrics: ["reward": 95.21]),
    FrameworkSample(
      name: "rl Games",
      log: FrameworkSample.lines(
        "fps step: 51234 fps step and policy inference: 41234 fps total: 31234 epoch: 12/",
        "1000 frames: 196608\n",
        "fps step: 51234 fps step and policy inference: 41234 fps total: 31234 epoch: 13/",
        "1000 frames: 212992\n",
        "saving next best rewards:  [12.3]\n"),
      start: FrameworkSample.lines(
        "fps step: 51234 fps step and policy inference: 41234 fps total: 31234 epoch: 12/",
        "1000 frames: 196608"),
      progress: TrainingProgress(epoch: 13, totalEpochs: 1000)),
    FrameworkSample(
      name: "tianshou",
      log: FrameworkSample.lines(
        "Epoch #1: 10001it [00:10, 950.21it/s, env_step=10000, len=200, loss=0.112, n/ep=",
        "0, rew=195.00]\n",
        "Epoch #1: test_reward: 195.000000 ± 0.000000, best_reward: 195.000000 ± 0.000000",
        " in #1\n",
        "Epoch #2:  31%|###1      | 3100/10000 [00:03<00:07, 950.21it/s, env_step=13100, ",
        "len=200, loss=0.102, n/ep=0, rew=198.00]"),
      start: FrameworkSample.lines(
        "Epoch #1: 10001it [00:10, 950.21it/s, env_step=10000, len=200, loss=0.112, n/ep=",
        "0, rew=195.00]"),
      progress: TrainingProgress(epoch: 2, step: 3100, totalSteps: 10000),
      metrics: ["loss": 0.102, "rew": 198]),
    FrameworkSample(
      name: "ml Agents",
      log: FrameworkSample.lines(
        "[INFO] Connected to Unity environment with package version 2.3.0\n",
        "[INFO] Hyperparameters for behavior name 3DBall: \n",
        "\ttrainer_type:\tppo\n",
        "\thyperparameters:\t\n",
        "\t  batch_size:\t64\n",
        "\t  learning_rate:\t0.0003\n",
        "[INFO] 3DBall. Step: 12000. Time Elapsed: 15.123 s. Mean Reward: 1.212. Std of R",
        "eward: 0.712. Training.\n",
        "[INFO] 3DBall. Step: 24000. Time Elapsed: 25.123 s. Mean Reward: 2.212. Std of R",
        "eward: 1.012. Training.\n",
        "[INFO] Exported results/ppo/3DBall/3DBall-24000.onnx\n"),
      start: FrameworkSample.lines(
        "[INFO] 3DBall. Step: 12000. Time Elapsed: 15.123 s. Mean Reward: 1.212. Std of R",
        "eward: 0.712. Training."),
      progress: TrainingProgress(step: 24000),
      metrics: ["Mean Reward": 2.212],
      artifacts: ["results/ppo/3DBall/3DBall-24000.onnx"]),
    FrameworkSample(
      name: "clean RL",
      log: FrameworkSample.lines(
        "global_step=23, episodic_return=[23.]\n",
        "global_step=51, episodic_return=[28.]\n",
        "SPS: 1234\n",
        "global_step=65, episodic_return=[14.]\n"),
      start: "global_step=23, episodic_return=[23.]",
      progress: TrainingProgress(step: 65),
      metrics: ["episodic_return": 14]),
    FrameworkSample(
      name: "dqn Episodes",
      log: FrameworkSample.lines(
        "Episode 10\tAverage Score: 21.30\n",
        "Episode 20/500, Reward: 28.0, Epsilon: 0.91\n",
        "Episode 30/500, Reward: 31.0, Epsilon: 0.86\n"),
      start: "Episode 10\tAverage Score: 21.30",
      metrics: ["Reward": 31, "Epsilon": 0.86]),
  ]
}
