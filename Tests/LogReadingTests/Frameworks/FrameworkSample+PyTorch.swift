internal import TrainingModel

extension FrameworkSample {
  /// Fastai: its table counts from 0, its bar from 1.
  static let fastai = FrameworkSample(
    name: "fastai: its table counts from 0, its bar from 1",
    log: lines(
      "epoch     train_loss  valid_loss  accuracy  time    \n",
      "\rEpoch 1/3 : |----------------------------------------| 0.00% [0/25 00:00<?]\rEpoch 1/3 : |",
      "████████████████████████----------------| 60.00% [15/25 00:01<00:01 0.5123]\n",
      "0         0.512300    0.401200    0.875000  00:02     \n"),
    start: "epoch     train_loss  valid_loss  accuracy  time    ",
    progress: TrainingProgress(epoch: 0),
    metrics: ["train_loss": 0.5123, "valid_loss": 0.4012, "accuracy": 0.875])

  /// Skorch, colored even in a file.
  static let skorch = FrameworkSample(
    name: "skorch, colored even in a file",
    log: lines(
      "  epoch    train_loss    valid_acc    valid_loss     dur\n",
      "-------  ------------  -----------  ------------  ------\n",
      "      1        \u{1B}[36m0.6938\u{1B}[0m       \u{1B}[32m0.5000\u{1B}[0m        \u{1B}[35m0.",
      "6934\u{1B}[0m  0.1234\n",
      "      2        \u{1B}[36m0.6838\u{1B}[0m       0.5000        \u{1B}[35m0.6834\u{1B}[0m  0.11",
      "34\n",
      "Stopping since valid_loss has not improved in the last 5 epochs.\n"),
    start: "  epoch    train_loss    valid_acc    valid_loss     dur",
    progress: TrainingProgress(epoch: 2),
    metrics: ["train_loss": 0.6838, "valid_acc": 0.5, "valid_loss": 0.6834],
    stopsEarly: true)

  /// Timm.
  static let timm = FrameworkSample(
    name: "timm",
    log: lines(
      "Train: 0 [   0/1251 (  0%)]  Loss: 6.943 (6.94)  Time: 5.121s,   50.00/s  (5.121s,   50.00/s",
      ")  LR: 1.000e-05  Data: 3.112 (3.112)\n",
      "Train: 0 [  50/1251 (  4%)]  Loss: 6.912 (6.93)  Time: 0.421s,  608.08/s  (0.421s,  608.08/s",
      ")  LR: 1.000e-05  Data: 0.012 (0.012)\n",
      "Test: [   0/48]  Time: 1.121 (1.121)  Loss:   6.812 ( 6.812)  Acc@1:   0.1 (  0.1)  Acc@5:  ",
      " 0.5 (  0.5)\n",
      "*** Best metric: 1.1 (epoch 0)\n"),
    start: "Train: 0 [   0/1251 (  0%)]  Loss: 6.943 (6.94)  Time: 5.121s,   50.00/s  (5.121s,   50.00/s"
      + ")  LR: 1.000e-05  Data: 3.112 (3.112)",
    progress: TrainingProgress(epoch: 0, step: 50, totalSteps: 1251, percent: 4),
    metrics: ["LR": 1e-05, "Acc@1": 0.1],
    endSeen: true)

  /// PyTorch and torchvision references.
  static let torchvision = FrameworkSample(
    name: "PyTorch and torchvision references",
    log: lines(
      "Epoch: [0]  [  10/1252]  eta: 0:21:30  lr: 0.1  img/s: 310.12  loss: 6.9123 (6.9312)  acc1: ",
      "0.0000 (0.1201)  time: 1.0312  data: 0.0112  max mem: 8012\n",
      "Test:   [ 0/10]  eta: 0:00:05  loss: 6.8123 (6.8123)  acc1: 0.1 (0.1)  time: 0.5312  data: 0",
      ".2  max mem: 8012\n",
      "Training time 1:00:00\n"),
    start: "Epoch: [0]  [  10/1252]  eta: 0:21:30  lr: 0.1  img/s: 310.12  loss: 6.9123 (6.9312)  acc1: "
      + "0.0000 (0.1201)  time: 1.0312  data: 0.0112  max mem: 8012",
    progress: TrainingProgress(epoch: 0, step: 10, totalSteps: 1252, etaSeconds: 1290),
    metrics: ["lr": 0.1],
    endSeen: true)

  /// The ImageNet example of PyTorch.
  static let imageNet = FrameworkSample(
    name: "the ImageNet example of PyTorch",
    log: lines(
      "Epoch: [0][ 1/40]\tTime  0.912 ( 1.212)\tData  0.001 ( 0.212)\tLoss 7.0123e+00 (6.9712e+00)",
      "\tAcc@1   0.00 (  0.39)\n",
      "Test: [ 0/10]\tTime  0.912 ( 1.212)\tLoss 6.9123e+00 (6.9712e+00)\tAcc@1   0.00 (  0.39)\n",
      " *   Acc@1 0.100 Acc@5 0.500\n"),
    start: "Epoch: [0][ 1/40]\tTime  0.912 ( 1.212)\tData  0.001 ( 0.212)\tLoss 7.0123e+00 (6.9712e+00)"
      + "\tAcc@1   0.00 (  0.39)",
    progress: TrainingProgress(epoch: 0, step: 1, totalSteps: 40),
    metrics: ["Acc@1": 0.1, "Acc@5": 0.5])

  /// PyTorch examples.
  static let pytorchMNIST = FrameworkSample(
    name: "PyTorch examples",
    log: lines(
      "Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300039\n",
      "Train Epoch: 1 [640/60000 (1%)]\tLoss: 1.213470\n",
      "\n",
      "Test set: Average loss: 0.0512, Accuracy: 9833/10000 (98%)\n",
      "\n"),
    start: "Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300039",
    progress: TrainingProgress(epoch: 1, step: 640, totalSteps: 60000),
    metrics: ["Loss": 1.21347, "Average loss": 0.0512])

  /// PyTorch transfer learning tutorial: counts from 0 to total - 1.
  static let transferLearning = FrameworkSample(
    name: "PyTorch transfer learning tutorial: counts from 0 to total - 1",
    log: lines(
      "Epoch 0/24\n",
      "----------\n",
      "train Loss: 0.5981 Acc: 0.6967\n",
      "val Loss: 0.2581 Acc: 0.9085\n",
      "\n",
      "Epoch 1/24\n",
      "----------\n",
      "train Loss: 0.4981 Acc: 0.7967\n",
      "Training complete in 1m 7s\n",
      "Best val Acc: 0.941176\n"),
    start: "Epoch 0/24",
    progress: TrainingProgress(epoch: 1, totalEpochs: 25),
    metrics: ["train Loss": 0.4981, "val Loss": 0.2581],
    endSeen: true)

  /// CycleGAN and pix2pix.
  static let cycleGAN = FrameworkSample(
    name: "CycleGAN and pix2pix",
    log: lines(
      "(epoch: 1, iters: 100, time: 0.123, data: 0.301) D_A: 0.512 G_A: 0.312 cycle_A: 1.212\n",
      "saving the latest model (epoch 1, total_iters 5000)\n",
      "End of epoch 1 / 200 \t Time Taken: 100 sec\n"),
    start: "(epoch: 1, iters: 100, time: 0.123, data: 0.301) D_A: 0.512 G_A: 0.312 cycle_A: 1.212",
    progress: TrainingProgress(epoch: 1, step: 100),
    metrics: ["D_A": 0.512, "G_A": 0.312])

  /// Self-supervised loops that log JSON lines.
  static let jsonLines = FrameworkSample(
    name: "Self-supervised loops that log JSON lines",
    log: lines(
      "{\"train_lr\": 0.0001, \"train_loss\": 0.7123, \"test_acc1\": 61.2, \"epoch\": 4}\n"),
    start: "{\"train_lr\": 0.0001, \"train_loss\": 0.7123, \"test_acc1\": 61.2, \"epoch\": 4}",
    progress: TrainingProgress(epoch: 4),
    metrics: ["train_loss": 0.7123, "test_acc1": 61.2])

  /// NnU-Net.
  static let nnUNet = FrameworkSample(
    name: "nnU-Net",
    log: lines(
      "2024-05-01 10:00:00.120000:  \n",
      "2024-05-01 10:00:00.120000: Epoch 3 \n",
      "2024-05-01 10:00:00.120000: Current learning rate: 0.00973 \n",
      "2024-05-01 10:03:00.120000: train_loss -0.4123 \n",
      "2024-05-01 10:03:00.120000: val_loss -0.3981 \n",
      "2024-05-01 10:03:00.120000: Pseudo dice [np.float32(0.612)] \n",
      "2024-05-01 10:03:00.120000: Epoch time: 180.11 s \n",
      "2024-05-01 11:03:00.120000: Training done. \n"),
    start: "2024-05-01 10:00:00.120000: Epoch 3 ",
    progress: TrainingProgress(epoch: 3),
    metrics: [
      "Current learning rate": 0.00973, "train_loss": -0.4123, "val_loss": -0.3981, "Pseudo dice": 0.612,
    ],
    endSeen: true)
}
