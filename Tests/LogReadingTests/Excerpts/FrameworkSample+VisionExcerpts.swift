internal import TrainingModel

extension FrameworkSample {
  /// Detection, segmentation and recognition.
  static let excerptsOfVision = [
    FrameworkSample(
      name: "yolox",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00 | INFO     | yolox.core.trainer:204 - Training start...\n",
        "2024-05-01 10:00:00 | INFO     | yolox.core.trainer:214 - ---> start train epoch",
        "1\n",
        "2024-05-01 10:00:09 | INFO     | yolox.core.trainer:260 - epoch: 1/300, iter: 10",
        "/1849, gpu mem: 5012Mb, mem: 40.1Gb, iter_time: 0.512s, data_time: 0.001s, total",
        "_loss: 17.1, iou_loss: 4.6, l1_loss: 0.0, conf_loss: 10.1, cls_loss: 2.4, lr: 1.",
        "170e-08, size: 640, ETA: 3 days, 2:03:04\n"),
      start: "2024-05-01 10:00:00 | INFO     | yolox.core.trainer:204 - Training start...",
      progress: TrainingProgress(epoch: 1, totalEpochs: 300, step: 10, totalSteps: 1849, etaSeconds: 266584),
      metrics: ["total_loss": 17.1, "conf_loss": 10.1, "lr": 1.17e-08]),
    FrameworkSample(
      name: "yolov6",
      log: FrameworkSample.lines(
        "Training start...\n",
        "\n",
        "     Epoch        lr  iou_loss  dfl_loss  cls_loss\n",
        "  0%|          | 0/120 [00:00<?, ?it/s]\r",
        "     0/299   0.00123     1.912         0     3.412:  10%|█         | 12/120 [00:",
        "06<00:54,  2.01it/s]"),
      start: "Training start...",
      progress: TrainingProgress(epoch: 0, totalEpochs: 300, step: 12, totalSteps: 120, percent: 10)),
    FrameworkSample(
      name: "yolov9",
      log: FrameworkSample.lines(
        "      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size\n",
        "  0%|          | 0/925 00:00\r",
        "      0/499      12.1G      5.112      5.812      5.312         77        640:  ",
        " 1%|▏         | 10/925 00:05\r",
        "      0/499      12.1G      5.012      5.712      5.212         57        640:  ",
        " 2%|▏         | 20/925 00:10"),
      start: FrameworkSample.lines(
        "      0/499      12.1G      5.112      5.812      5.312         77        640:  ",
        " 1%|▏         | 10/925 00:05"),
      progress: TrainingProgress(epoch: 0, totalEpochs: 500, step: 20, totalSteps: 925),
      metrics: ["box_loss": 5.012, "cls_loss": 5.712, "dfl_loss": 5.212]),
    FrameworkSample(
      name: "yolo Seg",
      log: FrameworkSample.lines(
        "Starting training for 100 epochs...\n",
        "\n",
        "      Epoch    GPU_mem   box_loss   seg_loss   cls_loss   dfl_loss  Instances   ",
        "    Size\n",
        "      7/100      3.12G      1.112      2.312      1.012      1.212         12   ",
        "     640: 100%|██████████| 63/63 [00:12<00:00,  5.12it/s]\n",
        "                 Class     Images  Instances      Box(P          R      mAP50  m",
        "AP50-95)     Mask(P          R      mAP50  mAP50-95): 100%|██████████| 16/16 [00",
        ":03<00:00,  4.12it/s]\n",
        "                   all        128        929      0.812      0.712      0.792   ",
        "   0.612      0.802      0.702      0.752      0.512\n"),
      start: "Starting training for 100 epochs...",
      progress: TrainingProgress(epoch: 7, totalEpochs: 100, step: 63, totalSteps: 63),
      metrics: ["seg_loss": 2.312, "mAP50-95": 0.612]),
    FrameworkSample(
      name: "mmdet3 Log",
      log: FrameworkSample.lines(
        "2024/05/01 10:00:00 - mmengine - INFO - Checkpoints will be saved to /out/work.\n",
        "2024/05/01 10:00:30 - mmengine - INFO - Epoch(train)  [1][  50/7330]  lr: 1.9820",
        "e-03  eta: 1 day, 2:03:04  time: 0.6412  data_time: 0.0123  memory: 5012  loss: ",
        "1.9123  loss_rpn_cls: 0.6123  loss_rpn_bbox: 0.1123  loss_cls: 0.9123  acc: 91.0",
        "156  loss_bbox: 0.2123\n"),
      start: FrameworkSample.lines(
        "2024/05/01 10:00:30 - mmengine - INFO - Epoch(train)  [1][  50/7330]  lr: 1.9820",
        "e-03  eta: 1 day, 2:03:04  time: 0.6412  data_time: 0.0123  memory: 5012  loss: ",
        "1.9123  loss_rpn_cls: 0.6123  loss_rpn_bbox: 0.1123  loss_cls: 0.9123  acc: 91.0",
        "156  loss_bbox: 0.2123"),
      progress: TrainingProgress(epoch: 1, step: 50, totalSteps: 7330, etaSeconds: 93784),
      metrics: ["loss": 1.9123, "acc": 91.0156, "lr": 0.001982]),
    FrameworkSample(
      name: "mmengine Val",
      log: FrameworkSample.lines(
        "2024/05/01 10:00:30 - mmengine - INFO - Epoch(train)  [3][7330/7330]  base_lr: 2",
        ".0000e-02 lr: 2.0000e-02  eta: 8:03:04  time: 0.6412  data_time: 0.0123  memory:",
        " 5012  loss: 0.9123\n",
        "2024/05/01 10:00:31 - mmengine - INFO - Saving checkpoint at 3 epochs\n",
        "2024/05/01 10:00:51 - mmengine - INFO - Epoch(val)  [3][  50/5000]    eta: 0:05:",
        "04  time: 0.0612  data_time: 0.0023  memory: 1012  \n",
        "2024/05/01 10:05:51 - mmengine - INFO - Epoch(val) [3][5000/5000]    coco/bbox_m",
        "AP: 0.3120  coco/bbox_mAP_50: 0.5120  data_time: 0.0021  time: 0.0601\n"),
      start: FrameworkSample.lines(
        "2024/05/01 10:00:30 - mmengine - INFO - Epoch(train)  [3][7330/7330]  base_lr: 2",
        ".0000e-02 lr: 2.0000e-02  eta: 8:03:04  time: 0.6412  data_time: 0.0123  memory:",
        " 5012  loss: 0.9123"),
      progress: TrainingProgress(epoch: 3, step: 7330, totalSteps: 7330),
      metrics: ["loss": 0.9123, "coco/bbox_mAP": 0.312, "coco/bbox_mAP_50": 0.512]),
    FrameworkSample(
      name: "mmseg Old",
      log: FrameworkSample.lines(
        "2023-05-01 10:00:00,123 - mmseg - INFO - workflow: [('train', 1)], max: 160000 i",
        "ters\n",
        "2023-05-01 10:00:30,123 - mmseg - INFO - Iter [50/160000]\tlr: 9.997e-03, eta: 1 ",
        "day, 2:03:04, time: 0.587, data_time: 0.012, memory: 8012, decode.loss_ce: 2.112",
        "3, decode.acc_seg: 32.1234, loss: 2.9123\n"),
      start: FrameworkSample.lines(
        "2023-05-01 10:00:30,123 - mmseg - INFO - Iter [50/160000]\tlr: 9.997e-03, eta: 1 ",
        "day, 2:03:04, time: 0.587, data_time: 0.012, memory: 8012, decode.loss_ce: 2.112",
        "3, decode.acc_seg: 32.1234, loss: 2.9123"),
      progress: TrainingProgress(step: 50, totalSteps: 160000, etaSeconds: 93784),
      metrics: ["decode.loss_ce": 2.1123, "loss": 2.9123, "lr": 0.009997]),
    FrameworkSample(
      name: "mmpose Old",
      log: FrameworkSample.lines(
        "2023-05-01 10:00:30,123 - mmpose - INFO - Epoch [3][50/1234]\tlr: 4.945e-05, eta:",
        " 10:03:04, time: 0.587, data_time: 0.312, memory: 4012, heatmap_loss: 0.0021, ac",
        "c_pose: 0.0412, loss: 0.0021\n",
        "2023-05-01 10:10:30,123 - mmpose - INFO - Epoch(val) [3][204]\tAP: 0.4123, AP .5:",
        " 0.7123\n"),
      start: FrameworkSample.lines(
        "2023-05-01 10:00:30,123 - mmpose - INFO - Epoch [3][50/1234]\tlr: 4.945e-05, eta:",
        " 10:03:04, time: 0.587, data_time: 0.312, memory: 4012, heatmap_loss: 0.0021, ac",
        "c_pose: 0.0412, loss: 0.0021"),
      progress: TrainingProgress(epoch: 3, step: 50, totalSteps: 1234, etaSeconds: 36184),
      metrics: ["heatmap_loss": 0.0021, "loss": 0.0021, "AP": 0.4123]),
    FrameworkSample(
      name: "maskrcnn Benchmark",
      log: FrameworkSample.lines(
        "2019-05-01 10:00:00,123 maskrcnn_benchmark.trainer INFO: Start training\n",
        "2019-05-01 10:00:20,123 maskrcnn_benchmark.trainer INFO: eta: 1 day, 2:03:04  it",
        "er: 20  loss: 1.2312 (1.5123)  loss_classifier: 0.6123 (0.8123)  loss_box_reg: 0",
        ".0412 (0.0512)  time: 0.6412 (0.7123)  data: 0.0112 (0.0512)  lr: 0.003600  max ",
        "mem: 5012\n"),
      start: "2019-05-01 10:00:00,123 maskrcnn_benchmark.trainer INFO: Start training",
      progress: TrainingProgress(step: 20, etaSeconds: 93784),
      metrics: ["loss": 1.2312, "loss_classifier": 0.6123, "lr": 0.0036]),
    FrameworkSample(
      name: "slowfast",
      log: FrameworkSample.lines(
        "[05/01 10:00:00][INFO] train_net.py: 512: Start epoch: 1\n",
        "[05/01 10:00:30][INFO] logging.py:  99: json_stats: {\"_type\": \"train_iter_Proces",
        "sGroup\", \"dt\": 0.51234, \"dt_data\": 0.01234, \"epoch\": \"1/196\", \"eta\": \"1 day, 2:0",
        "3:04\", \"gpu_mem\": \"7.12G\", \"iter\": \"10/940\", \"loss\": 5.91234, \"lr\": 0.01234, \"to",
        "p1_err\": 98.43750, \"top5_err\": 93.75000}\n"),
      start: "[05/01 10:00:00][INFO] train_net.py: 512: Start epoch: 1",
      progress: TrainingProgress(epoch: 1, totalEpochs: 196, step: 10, totalSteps: 940),
      metrics: ["loss": 5.91234, "lr": 0.01234, "top1_err": 98.4375]),
    FrameworkSample(
      name: "detectron1",
      log: FrameworkSample.lines(
        "INFO train.py: 123: Training model: generalized_rcnn\n",
        "json_stats: {\"accuracy_cls\": 0.912345, \"eta\": \"1 day, 2:03:04\", \"iter\": 20, \"los",
        "s\": 1.212345, \"loss_bbox\": 0.012345, \"loss_cls\": 0.812345, \"lr\": 0.003600, \"mb_q",
        "size\": 64, \"mem\": 3012, \"time\": 0.612345}\n"),
      start: FrameworkSample.lines(
        "json_stats: {\"accuracy_cls\": 0.912345, \"eta\": \"1 day, 2:03:04\", \"iter\": 20, \"los",
        "s\": 1.212345, \"loss_bbox\": 0.012345, \"loss_cls\": 0.812345, \"lr\": 0.003600, \"mb_q",
        "size\": 64, \"mem\": 3012, \"time\": 0.612345}"),
      progress: TrainingProgress(step: 20),
      metrics: ["loss": 1.212345, "lr": 0.0036]),
    FrameworkSample(
      name: "detectron2 End",
      log: FrameworkSample.lines(
        "[05/01 10:00:00 d2.utils.events]:  eta: 0:00:10  iter: 279  total_loss: 0.412  l",
        "oss_cls: 0.112  loss_box_reg: 0.212    time: 0.5012  last_time: 0.4912  data_tim",
        "e: 0.0112  last_data_time: 0.0101   lr: 0.00025  max_mem: 3012M\n",
        "[05/01 10:00:10 d2.utils.events]:  eta: 0:00:00  iter: 299  total_loss: 0.402  l",
        "oss_cls: 0.102  loss_box_reg: 0.202    time: 0.5012  last_time: 0.4912  data_tim",
        "e: 0.0112  last_data_time: 0.0101   lr: 0.00025  max_mem: 3012M\n",
        "[05/01 10:00:11 d2.engine.hooks]: Overall training speed: 298 iterations in 0:02",
        ":29 (0.5001 s / it)\n",
        "[05/01 10:00:11 d2.engine.hooks]: Total training time: 0:02:31 (0:00:01 on hooks",
        ")\n"),
      start: FrameworkSample.lines(
        "[05/01 10:00:00 d2.utils.events]:  eta: 0:00:10  iter: 279  total_loss: 0.412  l",
        "oss_cls: 0.112  loss_box_reg: 0.212    time: 0.5012  last_time: 0.4912  data_tim",
        "e: 0.0112  last_data_time: 0.0101   lr: 0.00025  max_mem: 3012M"),
      progress: TrainingProgress(step: 299, etaSeconds: 0),
      metrics: ["total_loss": 0.402, "loss_cls": 0.102, "lr": 0.00025],
      endSeen: true),
    FrameworkSample(
      name: "paddle Seg",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:30 [INFO]\t[TRAIN] epoch: 1, iter: 10/160000, loss: 2.9123, lr: ",
        "0.009999, batch_cost: 0.7012, reader_cost: 0.10123, ips: 5.7012 samples/sec | ET",
        "A 31:06:40\n",
        "2024-05-01 10:00:37 [INFO]\t[TRAIN] epoch: 1, iter: 20/160000, loss: 2.7123, lr: ",
        "0.009999, batch_cost: 0.6012, reader_cost: 0.00123, ips: 6.7012 samples/sec | ET",
        "A 27:06:40\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:30 [INFO]\t[TRAIN] epoch: 1, iter: 10/160000, loss: 2.9123, lr: ",
        "0.009999, batch_cost: 0.7012, reader_cost: 0.10123, ips: 5.7012 samples/sec | ET",
        "A 31:06:40"),
      progress: TrainingProgress(epoch: 1, step: 20, totalSteps: 160000, etaSeconds: 97600),
      metrics: ["loss": 2.7123, "lr": 0.009999]),
    FrameworkSample(
      name: "paddle Clas",
      log: FrameworkSample.lines(
        "[2024/05/01 10:00:30] ppcls INFO: [Train][Epoch 1/120][Iter: 10/5005]lr(Piecewis",
        "eDecay): 0.10000000, top1: 0.00123, top5: 0.00612, CELoss: 6.91234, loss: 6.9123",
        "4, batch_cost: 0.51234s, reader_cost: 0.01234, ips: 124.91234 samples/s, eta: 3 ",
        "days, 13:28:41\n",
        "[2024/05/01 10:00:40] ppcls INFO: [Train][Epoch 1/120][Iter: 20/5005]lr(Piecewis",
        "eDecay): 0.10000000, top1: 0.00223, top5: 0.00712, CELoss: 6.81234, loss: 6.8123",
        "4, batch_cost: 0.51234s, reader_cost: 0.01234, ips: 124.91234 samples/s, eta: 3 ",
        "days, 13:28:31\n"),
      start: FrameworkSample.lines(
        "[2024/05/01 10:00:30] ppcls INFO: [Train][Epoch 1/120][Iter: 10/5005]lr(Piecewis",
        "eDecay): 0.10000000, top1: 0.00123, top5: 0.00612, CELoss: 6.91234, loss: 6.9123",
        "4, batch_cost: 0.51234s, reader_cost: 0.01234, ips: 124.91234 samples/s, eta: 3 ",
        "days, 13:28:41"),
      progress: TrainingProgress(epoch: 1, totalEpochs: 120, step: 20, totalSteps: 5005, etaSeconds: 307711),
      metrics: ["top1": 0.00223, "CELoss": 6.81234, "loss": 6.81234]),
    FrameworkSample(
      name: "paddle OCRMid",
      log: FrameworkSample.lines(
        "[2024/05/01 10:00:30] ppocr INFO: During the training process, after the 0th ite",
        "ration, an evaluation is run every 2000 iterations\n",
        "[2024/05/01 10:01:00] ppocr INFO: epoch: [1/500], global_step: 10, lr: 0.000010,",
        " acc: 0.000000, norm_edit_dis: 0.012345, CTCLoss: 45.312345, loss: 65.312345, av",
        "g_reader_cost: 0.10123 s, avg_batch_cost: 0.91234 s, avg_samples: 8.0, ips: 8.76",
        "123 samples/s, eta: 1 day, 2:03:04, max_mem_reserved: 4012 MB, max_mem_allocated",
        ": 3612 MB\n",
        "[2024/05/01 10:01:10] ppocr INFO: epoch: [1/500], global_step: 20, lr: 0.000030,",
        " acc: 0.000000, norm_edit_dis: 0.022345, CTCLoss: 35.312345, loss: 55.312345, av",
        "g_reader_cost: 0.00123 s, avg_batch_cost: 0.81234 s, avg_samples: 8.0, ips: 9.86",
        "123 samples/s, eta: 1 day, 1:03:04, max_mem_reserved: 4012 MB, max_mem_allocated",
        ": 3612 MB\n",
        "[2024/05/01 10:01:11] ppocr INFO: save model in ./output/rec/latest\n"),
      start: FrameworkSample.lines(
        "[2024/05/01 10:01:00] ppocr INFO: epoch: [1/500], global_step: 10, lr: 0.000010,",
        " acc: 0.000000, norm_edit_dis: 0.012345, CTCLoss: 45.312345, loss: 65.312345, av",
        "g_reader_cost: 0.10123 s, avg_batch_cost: 0.91234 s, avg_samples: 8.0, ips: 8.76",
        "123 samples/s, eta: 1 day, 2:03:04, max_mem_reserved: 4012 MB, max_mem_allocated",
        ": 3612 MB"),
      progress: TrainingProgress(epoch: 1, totalEpochs: 500, step: 20, etaSeconds: 90184),
      metrics: ["lr": 3e-05, "CTCLoss": 35.312345, "loss": 55.312345],
      artifacts: ["./output/rec/latest"]),
    FrameworkSample(
      name: "paddle NLP",
      log: FrameworkSample.lines(
        "[2024-05-01 10:00:00,123] [    INFO] - ***** Running training *****\n",
        "[2024-05-01 10:00:10,123] [    INFO] - global step 10, epoch: 1, batch: 10, loss",
        ": 0.61234, accuracy: 0.6123, speed: 5.21 step/s\n",
        "[2024-05-01 10:00:12,123] [    INFO] - global step 20, epoch: 1, batch: 20, loss",
        ": 0.51234, accuracy: 0.7123, speed: 5.31 step/s\n"),
      start: "[2024-05-01 10:00:00,123] [    INFO] - ***** Running training *****",
      progress: TrainingProgress(epoch: 1, step: 20),
      metrics: ["loss": 0.51234, "accuracy": 0.7123]),
    FrameworkSample(
      name: "paddle NLPTrainer",
      log: FrameworkSample.lines(
        "[2024-05-01 10:00:10,123] [    INFO] - loss: 2.12345, learning_rate: 3e-05, glob",
        "al_step: 10, current_memory_allocated: 1.2, interval_runtime: 2.1, interval_samp",
        "les_per_second: 38.1, interval_steps_per_second: 4.7, ppl: 8.31, progress_or_epo",
        "ch: 0.0123\n",
        "[2024-05-01 10:00:12,123] [    INFO] - loss: 2.02345, learning_rate: 3e-05, glob",
        "al_step: 20, current_memory_allocated: 1.2, interval_runtime: 2.1, interval_samp",
        "les_per_second: 38.1, interval_steps_per_second: 4.7, ppl: 7.31, progress_or_epo",
        "ch: 0.0246\n"),
      start: FrameworkSample.lines(
        "[2024-05-01 10:00:10,123] [    INFO] - loss: 2.12345, learning_rate: 3e-05, glob",
        "al_step: 10, current_memory_allocated: 1.2, interval_runtime: 2.1, interval_samp",
        "les_per_second: 38.1, interval_steps_per_second: 4.7, ppl: 8.31, progress_or_epo",
        "ch: 0.0123"),
      progress: TrainingProgress(epoch: 0.0246, step: 20),
      metrics: ["loss": 2.02345, "learning_rate": 3e-05]),
  ]
}
