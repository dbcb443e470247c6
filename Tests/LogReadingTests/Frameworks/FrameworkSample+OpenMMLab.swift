internal import TrainingModel

extension FrameworkSample {
  /// MMEngine.
  static let mmengine = FrameworkSample(
    name: "MMEngine",
    log: lines(
      "05/01 10:00:00 - mmengine - INFO - Epoch(train)  [2][20/40]  lr: 1.0000e-02  eta: 0:00:30  t",
      "ime: 0.11  data_time: 0.01  memory: 200  loss: 0.5012  loss_cls: 0.3011\n",
      "05/01 10:00:09 - mmengine - INFO - Saving checkpoint at 2 epochs\n",
      "05/01 10:00:10 - mmengine - INFO - Epoch(val)  [2][10/10]    coco/bbox_mAP: 0.1110  data_tim",
      "e: 0.01  time: 0.02\n"),
    start: "05/01 10:00:00 - mmengine - INFO - Epoch(train)  [2][20/40]  lr: 1.0000e-02  eta: 0:00:30  t"
      + "ime: 0.11  data_time: 0.01  memory: 200  loss: 0.5012  loss_cls: 0.3011",
    progress: TrainingProgress(epoch: 2, step: 20, totalSteps: 40),
    metrics: ["lr": 0.01, "loss": 0.5012, "loss_cls": 0.3011, "coco/bbox_mAP": 0.111])

  /// MMEngine by iterations.
  static let mmengineIterations = FrameworkSample(
    name: "MMEngine by iterations",
    log: lines(
      "05/01 10:00:00 - mmengine - INFO - Iter(train) [   50/40000]  base_lr: 9.99e-03 lr: 9.99e-03",
      "  eta: 4:01:10  time: 0.36  data_time: 0.01  memory: 7635  loss: 1.6172  decode.acc_seg: 61.",
      "2\n"),
    start: "05/01 10:00:00 - mmengine - INFO - Iter(train) [   50/40000]  base_lr: 9.99e-03 lr: 9.99e-03"
      + "  eta: 4:01:10  time: 0.36  data_time: 0.01  memory: 7635  loss: 1.6172  decode.acc_seg: 61."
      + "2",
    progress: TrainingProgress(step: 50, totalSteps: 40000, etaSeconds: 14470),
    metrics: ["loss": 1.6172, "decode.acc_seg": 61.2])

  /// Mmcv 1.
  static let mmcv = FrameworkSample(
    name: "mmcv 1",
    log: lines(
      "2021-05-01 10:00:00,220 - mmdet - INFO - workflow: [('train', 1)], max: 12 epochs\n",
      "2021-05-01 10:00:44,459 - mmdet - INFO - Epoch [1][50/5455]\tlr: 4.983e-04, eta: 1 day, 8:02",
      ":25, time: 0.443, data_time: 0.047, memory: 3654, loss_bbox: 0.0304, loss: 1.4106\n"),
    start: "2021-05-01 10:00:44,459 - mmdet - INFO - Epoch [1][50/5455]\tlr: 4.983e-04, eta: 1 day, 8:02"
      + ":25, time: 0.443, data_time: 0.047, memory: 3654, loss_bbox: 0.0304, loss: 1.4106",
    progress: TrainingProgress(epoch: 1, totalEpochs: 12, step: 50, totalSteps: 5455, etaSeconds: 115345),
    metrics: ["loss": 1.4106])

  /// Detectron2.
  static let detectron2 = FrameworkSample(
    name: "detectron2",
    log: lines(
      "[05/01 10:00:00 d2.engine.train_loop]: Starting training from iteration 0\n",
      "[05/01 10:00:09 d2.utils.events]:  eta: 0:05:22  iter: 19  total_loss: 1.512  loss_cls: 0.91",
      "2  time: 0.3011  last_time: 0.2901  data_time: 0.0101  last_data_time: 0.0020   lr: 4.9e-06 ",
      " max_mem: 2011M\n",
      "[05/01 10:01:09 d2.evaluation.evaluator]: Inference done 11/25. Dataloading: 0.0010 s/iter. ",
      "Inference: 0.0601 s/iter. Eval: 0.0002 s/iter. Total: 0.0613 s/iter. ETA=0:00:01\n"),
    start: "[05/01 10:00:00 d2.engine.train_loop]: Starting training from iteration 0",
    progress: TrainingProgress(step: 19, etaSeconds: 322),
    metrics: ["total_loss": 1.512, "loss_cls": 0.912, "lr": 4.9e-06])

  /// BasicSR.
  static let basicSR = FrameworkSample(
    name: "BasicSR",
    log: lines(
      "2024-05-01 10:00:00,120 INFO: Start training from epoch: 0, iter: 0\n",
      "2024-05-01 10:01:00,120 INFO: [EDSR_..][epoch:  3, iter:      40, lr:(5.467e-05,)] [eta: 1 d",
      "ay, 0:00:04, time (data): 0.324 (0.002)] l_pix: 8.7000e-02 \n",
      "2024-05-01 10:02:00,120 INFO: End of training. Time consumed: 0:02:00\n"),
    start: "2024-05-01 10:00:00,120 INFO: Start training from epoch: 0, iter: 0",
    progress: TrainingProgress(epoch: 3, step: 40, etaSeconds: 86404),
    metrics: ["l_pix": 0.087],
    endSeen: true)

  /// KAIR.
  static let kair = FrameworkSample(
    name: "KAIR",
    log: lines(
      "24-05-01 10:00:00.120 : <epoch:  2, iter:     200, lr:2.000e-04> G_loss: 1.212e-01 \n"),
    start: "24-05-01 10:00:00.120 : <epoch:  2, iter:     200, lr:2.000e-04> G_loss: 1.212e-01 ",
    progress: TrainingProgress(epoch: 2, step: 200),
    metrics: ["G_loss": 0.1212])
}
