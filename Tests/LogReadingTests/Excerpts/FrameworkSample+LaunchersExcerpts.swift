internal import TrainingModel

extension FrameworkSample {
  /// What launchers and installers put in front and before.
  static let excerptsOfLaunchers = [
    FrameworkSample(
      name: "journal",
      log: FrameworkSample.lines(
        "May 01 10:00:00 box python[1234]: Epoch 7/20 - loss: 0.3123 - acc: 0.9123\n",
        "May 01 10:01:00 box python[1234]: Epoch 8/20 - loss: 0.3023 - acc: 0.9153\n"),
      start: "May 01 10:00:00 box python[1234]: Epoch 7/20 - loss: 0.3123 - acc: 0.9123",
      progress: TrainingProgress(epoch: 8, totalEpochs: 20),
      metrics: ["loss": 0.3023, "acc": 0.9153]),
    FrameworkSample(
      name: "pod Prefix",
      log: FrameworkSample.lines(
        "[pod/train-0/pytorch] step 100/5000 loss 3.1123 lr 1e-4\n",
        "[pod/train-1/pytorch] step 100/5000 loss 3.1123 lr 1e-4\n",
        "[pod/train-0/pytorch] step 200/5000 loss 2.9123 lr 1e-4\n"),
      start: "[pod/train-0/pytorch] step 100/5000 loss 3.1123 lr 1e-4",
      progress: TrainingProgress(step: 200, totalSteps: 5000),
      metrics: ["loss": 2.9123, "lr": 0.0001]),
    FrameworkSample(
      name: "ray Train",
      log: FrameworkSample.lines(
        "(RayTrainWorker pid=4123, ip=10.0.0.4) Setting up process group for: env:// [ran",
        "k=0, world_size=2]\n",
        "(train_func pid=4123) Epoch [2/10] Batch [30/100] loss=0.5123\n",
        "(train_func pid=4124) Epoch [2/10] Batch [30/100] loss=0.5223\n",
        "(train_func pid=4123) Epoch [2/10] Batch [40/100] loss=0.4923 [repeated 2x acros",
        "s cluster]\n"),
      start: "(train_func pid=4123) Epoch [2/10] Batch [30/100] loss=0.5123",
      progress: TrainingProgress(epoch: 2, totalEpochs: 10, step: 40, totalSteps: 100),
      metrics: ["loss": 0.4923]),
    FrameworkSample(
      name: "sagemaker",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 sagemaker-training-toolkit INFO     Invoking user script",
        "\n",
        "\u{1B}[34m[1,mpirank:0,algo-1]<stdout>:Train Epoch: 1 [6400/60000 (11%)] Loss: 1.9123",
        "45\u{1B}[0m\n",
        "\u{1B}[34m[1,mpirank:0,algo-1]<stdout>:Train Epoch: 1 [12800/60000 (21%)] Loss: 1.112",
        "345\u{1B}[0m\n"),
      start: "[1,mpirank:0,algo-1]<stdout>:Train Epoch: 1 [6400/60000 (11%)] Loss: 1.912345",
      progress: TrainingProgress(epoch: 1),
      metrics: ["Loss": 1.112345]),
    FrameworkSample(
      name: "slurm Labels",
      log: FrameworkSample.lines(
        "0: Epoch: 4 step: 110 loss: 2.312\n",
        "1: Epoch: 4 step: 110 loss: 2.322\n",
        "3: Epoch: 4 step: 120 loss: 2.212\n"),
      start: "0: Epoch: 4 step: 110 loss: 2.312",
      progress: TrainingProgress(epoch: 4, step: 120),
      metrics: ["loss": 2.212]),
    FrameworkSample(
      name: "pip Before",
      log: FrameworkSample.lines(
        "Collecting torch\n",
        "  Downloading torch-2.4.0-cp310-cp310-manylinux1_x86_64.whl (797.1 MB)\n",
        "\u{1B}[?25l     \u{1B}[90m━━━━━━━━━━━━━━━━━━━━\u{1B}[0m \u{1B}[32m0.0/797.1 MB\u{1B}[0m \u{1B}[31m?\u{1B}[0m eta \u{1B}[",
        "36m-:--:--\u{1B}[0m\r",
        "\u{1B}[2K     \u{1B}[90m━━━━━━━━━━━━━━━━━━━━\u{1B}[0m \u{1B}[32m797.1/797.1 MB\u{1B}[0m \u{1B}[31m2.1 MB/s\u{1B}[0m",
        " eta \u{1B}[36m0:00:00\u{1B}[0m\n",
        "Successfully installed torch-2.4.0\n",
        "Downloading data: 100%|██████████| 84.1M/84.1M [00:02<00:00, 35.1MB/s]\n",
        "Map: 100%|██████████| 25000/25000 [00:10<00:00, 2412.1 examples/s]\n",
        "epoch 1 step 10 | train loss 0.6912 | lr 1.0e-04\n",
        "epoch 1 step 20 | train loss 0.6512 | lr 1.0e-04\n"),
      start: "epoch 1 step 10 | train loss 0.6912 | lr 1.0e-04",
      progress: TrainingProgress(epoch: 1, step: 20),
      metrics: ["train loss": 0.6512, "lr": 0.0001]),
    FrameworkSample(
      name: "sanity Then Epoch",
      log: FrameworkSample.lines(
        "\r",
        "Sanity Checking: 0it [00:00, ?it/s]\r",
        "Sanity Checking DataLoader 0: 100%|██████████| 2/2 [00:00<00:00, 12.1it/s]\r",
        "                                                                           \r",
        "Training: 0it [00:00, ?it/s]\r",
        "Epoch 0:   0%|          | 0/40 [00:00<?, ?it/s]\r",
        "Epoch 0:  25%|██▌       | 10/40 [00:02<00:06,  4.51it/s, loss=1.21, v_num=3]"),
      start: "Epoch 0:   0%|          | 0/40 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 0, step: 10, totalSteps: 40, etaSeconds: 6),
      metrics: ["loss": 1.21]),
  ]
}
