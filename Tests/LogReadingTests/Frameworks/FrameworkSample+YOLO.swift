internal import TrainingModel

extension FrameworkSample {
  /// Ultralytics 8.
  static let ultralytics = FrameworkSample(
    name: "Ultralytics 8",
    log: lines(
      "Starting training for 3 epochs...\n",
      "\n",
      "      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size\n",
      "\u{1B}[K        1/3      2.31G      1.205      2.417      1.101         14        640: 50% ━",
      "━━━━━────── 4/8 2.4it/s 2.6s<1.8s\r\u{1B}[K        1/3      2.31G      1.125      2.312     ",
      " 1.091         14        640: 100% ━━━━━━━━━━━━ 8/8 2.4it/s 3.6s\n",
      "\u{1B}[K                 Class     Images  Instances      Box(P          R      mAP50  mAP50",
      "-95): 100% ━━━━━━━━━━━━ 4/4 25.4it/s 0.2s\n",
      "                   all          8         17      0.512      0.375       0.41       0.25\n",
      "EarlyStopping: Training stopped early as no improvement observed in last 1 epochs. Best resu",
      "lts observed at epoch 1, best model saved as best.pt.\n",
      "1 epochs completed in 0.001 hours.\n",
      "Optimizer stripped from runs/detect/train/weights/last.pt, 6.2MB\n"),
    start: "Starting training for 3 epochs...",
    progress: TrainingProgress(epoch: 1, totalEpochs: 3, step: 8, totalSteps: 8),
    metrics: ["box_loss": 1.125, "P": 0.512, "R": 0.375, "mAP50": 0.41, "mAP50-95": 0.25],
    artifacts: ["best.pt"],
    endSeen: true,
    stopsEarly: true)

  /// YOLOv5: counts from 0, prints the last epoch behind the slash.
  static let yolov5 = FrameworkSample(
    name: "YOLOv5: counts from 0, prints the last epoch behind the slash",
    log: lines(
      "Starting training for 20 epochs...\n",
      "\n",
      "      Epoch    GPU_mem   box_loss   obj_loss   cls_loss  Instances       Size\n",
      "       0/19      2.31G      1.205      2.417     0.0412         14        640:  25%|██▌     ",
      "  | 5/20 [00:02<00:06,  2.4it/s]\r       0/19      2.31G      1.105      2.217     0.0402   ",
      "      14        640: 100%|██████████| 20/20 [00:08<00:00,  2.4it/s]\n",
      "                 Class     Images  Instances          P          R      mAP50   mAP50-95: 10",
      "0%|██████████| 2/2 [00:01<00:00,  1.9it/s]\n",
      "                   all        128        929      0.601      0.512      0.533      0.312\n"),
    start: "Starting training for 20 epochs...",
    progress: TrainingProgress(
      epoch: 0, totalEpochs: 20, step: 20, totalSteps: 20, percent: 100, etaSeconds: 0),
    metrics: ["box_loss": 1.105, "obj_loss": 2.217, "mAP50-95": 0.312])

  /// YOLOv7, cut before it said how many epochs.
  static let yolov7 = FrameworkSample(
    name: "YOLOv7, cut before it said how many epochs",
    log: lines(
      "     Epoch   gpu_mem       box       obj       cls     total    labels  img_size\n",
      "     1/299      3.1G    0.1053   0.05881   0.04131    0.1892        16       640: 100%|█████",
      "█████| 4/4 [00:03<00:00,  1.05it/s]\n",
      "               Class      Images      Labels           P           R      mAP@.5  mAP@.5:.95",
      ": 100%|██████████| 2/2 [00:06<00:00,  3.13s/it]\n",
      "                 all          66          73      0.0347       0.262      0.0337     0.00405",
      "\n"),
    start: "     1/299      3.1G    0.1053   0.05881   0.04131    0.1892        16       640: 100%|█████"
      + "█████| 4/4 [00:03<00:00,  1.05it/s]",
    progress: TrainingProgress(epoch: 1, totalEpochs: 300, step: 4, totalSteps: 4),
    metrics: ["box": 0.1053, "mAP@.5": 0.0337, "mAP@.5:.95": 0.00405])

  /// Darknet and the fork of AlexeyAB.
  static let darknet = FrameworkSample(
    name: "darknet and the fork of AlexeyAB",
    log: lines(
      "Loaded: 0.000056 seconds\n",
      "12: 0.909255, 0.647666 avg, 0.003000 rate, 0.055553 seconds, 768 images\n",
      " (next mAP calculation at 1000 iterations) \n",
      " 13: 1180.850133, 1100.850133 avg loss, 0.000300 rate, 5.434533 seconds, 832 images, 12.5 ho",
      "urs left\n",
      "Saving weights to backup/yolo_last.weights\n"),
    start: "12: 0.909255, 0.647666 avg, 0.003000 rate, 0.055553 seconds, 768 images",
    progress: TrainingProgress(step: 13, etaSeconds: 45000),
    metrics: ["loss": 1180.850133, "avg": 1100.850133, "rate": 0.0003],
    artifacts: ["backup/yolo_last.weights"])

  /// A finished training that is resumed.
  static let resumedUltralytics = FrameworkSample(
    name: "a finished training that is resumed",
    log: lines(
      "AssertionError: yolov8n.pt training to 3 epochs is finished, nothing to resume.\n"),
    hasNothingToDo: true)
}
