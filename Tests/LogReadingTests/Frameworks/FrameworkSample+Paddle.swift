internal import TrainingModel

extension FrameworkSample {
  /// PaddleDetection.
  static let paddleDetection = FrameworkSample(
    name: "PaddleDetection",
    log: lines(
      "[05/01 10:00:00] ppdet.engine INFO: Epoch: [0] [  40/1929] learning_rate: 0.000020 loss: 3.1",
      "12 loss_xy: 0.812 eta: 13 days, 21:00:00 batch_cost: 0.5123 data_cost: 0.1002 ips: 8.1002 im",
      "ages/s\n"),
    start: "[05/01 10:00:00] ppdet.engine INFO: Epoch: [0] [  40/1929] learning_rate: 0.000020 loss: 3.1"
      + "12 loss_xy: 0.812 eta: 13 days, 21:00:00 batch_cost: 0.5123 data_cost: 0.1002 ips: 8.1002 im"
      + "ages/s",
    progress: TrainingProgress(epoch: 0, step: 40, totalSteps: 1929, etaSeconds: 1198800),
    metrics: ["learning_rate": 2e-05, "loss": 3.112])

  /// PaddleOCR, PaddleSeg and PaddleClas.
  static let paddleOCR = FrameworkSample(
    name: "PaddleOCR, PaddleSeg and PaddleClas",
    log: lines(
      "[2024/05/01 10:00:00] ppocr INFO: epoch: [1/500], global_step: 10, lr: 0.000001, acc: 0.0000",
      "00, loss: 50.123, avg_reader_cost: 0.1 s, ips: 31.1 samples/s, eta: 0:10:10\n",
      "2024-05-01 10:00:00 [INFO]\t[TRAIN] epoch: 1, iter: 20/1000, loss: 1.2012, lr: 0.009, batch_",
      "cost: 0.3, reader_cost: 0.1, ips: 10.1 samples/sec | ETA 00:05:11\n",
      "[2024/05/01 10:00:00] ppcls INFO: [Train][Epoch 2/20][Iter: 30/400]lr(LinearWarmup): 0.01000",
      "000, top1: 0.12500, CELoss: 4.612, loss: 4.612, batch_cost: 1.0s, eta: 0:02:07\n",
      "[2024/05/01 10:00:00] ppcls INFO: [Eval][Epoch 2][Iter: 0/4]CELoss: 4.512, loss: 4.512, top1",
      ": 0.25\n"),
    start: "[2024/05/01 10:00:00] ppocr INFO: epoch: [1/500], global_step: 10, lr: 0.000001, acc: 0.0000"
      + "00, loss: 50.123, avg_reader_cost: 0.1 s, ips: 31.1 samples/s, eta: 0:10:10",
    progress: TrainingProgress(epoch: 2, totalEpochs: 20, step: 30, totalSteps: 400, etaSeconds: 127),
    metrics: ["loss": 4.512, "top1": 0.25])

  /// Paddle.Model: evaluation looks like training.
  static let paddleModel = FrameworkSample(
    name: "paddle.Model: evaluation looks like training",
    log: lines(
      "Epoch 1/3\n",
      "step  10/200 [>.............................] - loss: 0.6012 - ETA: 10s - 50ms/step\rstep 20",
      "0/200 [==============================] - loss: 0.5012 - acc: 0.81 - 50ms/step          \n",
      "save checkpoint at /out/0\n",
      "Eval begin...\n",
      "step 40/40 [==============================] - loss: 0.7012 - acc: 0.71 - 20ms/step          ",
      "\n"),
    start: "Epoch 1/3",
    progress: TrainingProgress(epoch: 1, totalEpochs: 3, step: 200, totalSteps: 200),
    metrics: ["loss": 0.5012, "acc": 0.81],
    artifacts: ["/out/0"])
}
