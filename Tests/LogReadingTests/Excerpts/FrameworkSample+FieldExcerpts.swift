internal import TrainingModel

extension FrameworkSample {
  /// Formats as people show them when they ask about their trainings.
  static let excerptsOfTheField = [
    FrameworkSample(
      name: "DeePMD-kit's curve: a header behind a hash",
      log: FrameworkSample.lines(
        "#  step      rmse_val    rmse_trn    rmse_e_val  rmse_e_trn         lr\n",
        "# If there is no available reference data, rmse_*_{val,trn} will print nan\n",
        "      0      2.51e+01    2.48e+01      7.01e-01    1.01e+00    1.0e-03\n",
        "    100      7.61e+00    7.71e+00      2.41e-02    1.21e-03    3.6e-04\n"),
      start: "      0      2.51e+01    2.48e+01      7.01e-01    1.01e+00    1.0e-03",
      progress: TrainingProgress(step: 100),
      metrics: ["rmse_val": 7.61, "rmse_trn": 7.71, "lr": 3.6e-04]),
    FrameworkSample(
      name: "DeePMD-kit's log: the time of a batch is no end",
      log: FrameworkSample.lines(
        "DEEPMD INFO    start training at lr 1.00e-03 (== 1.00e-03), decay_step 5000\n",
        "DEEPMD INFO    batch     100 training time 5.21 s, testing time 0.03 s\n"),
      start: "DEEPMD INFO    start training at lr 1.00e-03 (== 1.00e-03), decay_step 5000",
      progress: TrainingProgress(step: 100)),
    FrameworkSample(
      name: "columns between commas",
      log: FrameworkSample.lines(
        "Epoch ,FinishTime     ,LR    ,RMSE_Train ,RMSE_Val\n",
        "    0 ,05.01_10:45:54 ,0.001 , 1411.0919 ,1101.956\n",
        "    1 ,05.01_11:22:17 ,[0.001] ,  871.6441 , 921.05\n"),
      start: "    0 ,05.01_10:45:54 ,0.001 , 1411.0919 ,1101.956",
      progress: TrainingProgress(epoch: 1),
      metrics: ["LR": 0.001, "RMSE_Train": 871.6441, "RMSE_Val": 921.05]),
    FrameworkSample(
      name: "Lightning's CSV: the counters come last",
      log: FrameworkSample.lines(
        "train/loss_simple_step,train/loss_step,global_step,epoch,created_at\n",
        "0.2514,0.2531,49.0,0,2024-05-01 10:02:10.484610\n",
        "0.0961,0.0972,99.0,1,2024-05-01 10:09:01.771131\n"),
      start: "0.2514,0.2531,49.0,0,2024-05-01 10:02:10.484610",
      progress: TrainingProgress(epoch: 1, step: 99),
      metrics: ["train/loss_simple_step": 0.0961, "train/loss_step": 0.0972]),
    FrameworkSample(
      name: "a loop that is counted in Chinese, with wide colons",
      log: FrameworkSample.lines(
        "训练数据集的长度为：50000\n", "-------第 1 轮训练开始-------\n", "训练次数：100, Loss：1.9817\n",
        "整体测试集上的Loss: 262.6104\n", "-------第 2 轮训练开始-------\n", "训练次数：200, Loss：1.2562\n"),
      start: "-------第 1 轮训练开始-------",
      progress: TrainingProgress(epoch: 2, step: 200),
      metrics: ["Loss": 1.2562]),
    FrameworkSample(
      name: "rounds and their number in Chinese",
      log: "第3轮/共10轮 loss: 0.6012 acc: 0.6921\n",
      start: "第3轮/共10轮 loss: 0.6012 acc: 0.6921",
      progress: TrainingProgress(epoch: 3, totalEpochs: 10),
      metrics: ["loss": 0.6012, "acc": 0.6921]),
    FrameworkSample(
      name: "FastReID: epoch and iteration in one",
      log: FrameworkSample.lines(
        "[05/01 11:48:20 fastreid.utils.events]:  eta: 0:10:21  epoch/iter: 52/13673  total_loss: 7.21  ",
        "loss_cls: 0.72  lr: 4.56e-05  max_mem: 18418M\n"),
      start: FrameworkSample.lines(
        "[05/01 11:48:20 fastreid.utils.events]:  eta: 0:10:21  epoch/iter: 52/13673  total_lo",
        "ss: 7.21  loss_cls: 0.72  lr: 4.56e-05  max_mem: 18418M"),
      progress: TrainingProgress(epoch: 52, step: 13673, etaSeconds: 621),
      metrics: ["total_loss": 7.21, "loss_cls": 0.72, "lr": 4.56e-05]),
    FrameworkSample(
      name: "torch-rnn: parts of epochs, and a letter that counts",
      log: "Epoch 12.28 / 50, i = 82299 / 97330, loss = 4.3994\n",
      start: "Epoch 12.28 / 50, i = 82299 / 97330, loss = 4.3994",
      progress: TrainingProgress(epoch: 12.28, totalEpochs: 50, step: 82299, totalSteps: 97330),
      metrics: ["loss": 4.3994]),
    FrameworkSample(
      name: "OpenNMT-py of old: the step behind a comma",
      log: "Epoch  1, 12850/37527; acc:   3.99; ppl: 1279.57; xent:   9.46; 3438 src tok/s\n",
      start: "Epoch  1, 12850/37527; acc:   3.99; ppl: 1279.57; xent:   9.46; 3438 src tok/s",
      progress: TrainingProgress(epoch: 1, step: 12850, totalSteps: 37527),
      metrics: ["acc": 3.99, "ppl": 1279.57, "xent": 9.46]),
    FrameworkSample(
      name: "Marian NMT",
      log: FrameworkSample.lines(
        "[2024-05-01 10:02:00] Training started\n",
        "[2024-05-01 10:03:35] Ep. 1 : Up. 500 : Sen. 43,211 : Cost 7.6310 : Time 95.21s : 5123.44 words/s : ",
        "L.r. 9.3750e-06\n"),
      start: "[2024-05-01 10:02:00] Training started",
      progress: TrainingProgress(epoch: 1, step: 500), metrics: ["Cost": 7.631]),
    FrameworkSample(
      name: "WeNet: epoch and batch, not a batch and their number",
      log: "2024-05-01 18:47:07,107 DEBUG TRAIN Batch 4/203700 loss 12.64 loss_att 10.92 lr 0.0003 rank 0\n",
      start: FrameworkSample.lines(
        "2024-05-01 18:47:07,107 DEBUG TRAIN Batch 4/203700 loss 12.64 loss_att 10.92 lr 0.000",
        "3 rank 0"),
      progress: TrainingProgress(epoch: 4, step: 203700), metrics: ["loss": 12.64, "loss_att": 10.92]),
    FrameworkSample(
      name: "Cellpose: a count behind the level",
      log:
        "2024-05-01 12:10:57,884 [INFO] 350, train_loss=0.2587, test_loss=0.1000, LR=0.000010, time 17.08s\n",
      start: FrameworkSample.lines(
        "2024-05-01 12:10:57,884 [INFO] 350, train_loss=0.2587, test_loss=0.1000, LR=0.000010,",
        " time 17.08s"),
      progress: TrainingProgress(epoch: 350), metrics: ["train_loss": 0.2587, "test_loss": 0.1]),
    FrameworkSample(
      name: "OpenPCDet in the manner of timm",
      log: FrameworkSample.lines(
        "INFO  Train:    1/3 ( 33%) [  49/323 ( 15%)]  Loss: 36.71 (81.2)  LR: 1.351e-04  ",
        "Time cost: 00:15/01:25\n"),
      start: FrameworkSample.lines(
        "INFO  Train:    1/3 ( 33%) [  49/323 ( 15%)]  Loss: 36.71 (81.2)  LR: 1.351e-04  Time",
        " cost: 00:15/01:25"),
      progress: TrainingProgress(epoch: 1, totalEpochs: 3, step: 49, totalSteps: 323, percent: 15),
      metrics: ["Loss": 36.71, "LR": 1.351e-04]),
    FrameworkSample(
      name: "OpenPCDet: the step of the epoch, beside that of all",
      log: FrameworkSample.lines(
        "INFO  epoch: 4/120, acc_iter=1150, cur_iter=65/271, batch_size=4, loss=4.2671, lr=0.000351\n"),
      start: FrameworkSample.lines(
        "INFO  epoch: 4/120, acc_iter=1150, cur_iter=65/271, batch_size=4, loss=4.2671, lr=0.0",
        "00351"),
      progress: TrainingProgress(epoch: 4, totalEpochs: 120, step: 65, totalSteps: 271),
      metrics: ["loss": 4.2671]),
    FrameworkSample(
      name: "MLX: how many steps there will be, and names of two words",
      log: FrameworkSample.lines(
        "Starting training..., iters: 100\n", "Iter 1: Val loss 2.936, Val took 5.265s\n",
        "Iter 10: Train loss 2.612, Learning Rate 1.000e-05, It/sec 0.490, Trained Tokens 3290\n"),
      start: "Starting training..., iters: 100",
      progress: TrainingProgress(step: 10, totalSteps: 100),
      metrics: ["Train loss": 2.612, "Val loss": 2.936, "Learning Rate": 1e-05]),
    FrameworkSample(
      name: "PyTorch's quickstart: the count behind the loss",
      log: FrameworkSample.lines(
        "Epoch 1\n-------------------------------\n", "loss: 2.301494  [   64/60000]\n",
        "loss: 2.291637  [ 6464/60000]\n"),
      start: "Epoch 1",
      progress: TrainingProgress(epoch: 1, step: 6464, totalSteps: 60000), metrics: ["loss": 2.291637]),
    FrameworkSample(
      name: "networks as names",
      log: "[0/5][50/1583]\tLoss_D: 0.15\tLoss_G: 22.12\tD(x): 0.92\tD(G(z)): 0.01 / 0.02\n",
      start: "[0/5][50/1583]\tLoss_D: 0.15\tLoss_G: 22.12\tD(x): 0.92\tD(G(z)): 0.01 / 0.02",
      progress: TrainingProgress(epoch: 0, totalEpochs: 5, step: 50, totalSteps: 1583),
      metrics: ["Loss_D": 0.15, "D(x)": 0.92, "D(G(z))": 0.01]),
    FrameworkSample(
      name: "ML-Agents: of what a deviation is",
      log:
        "[INFO] Ball. Step: 24000. Time Elapsed: 55.811 s. Mean Reward: 1.404. Std of Reward: 0.811. Training.\n",
      start: FrameworkSample.lines(
        "[INFO] Ball. Step: 24000. Time Elapsed: 55.811 s. Mean Reward: 1.404. Std of Reward: ",
        "0.811. Training."),
      progress: TrainingProgress(step: 24000), metrics: ["Mean Reward": 1.404, "Std of Reward": 0.811]),
    FrameworkSample(
      name: "objects whose losses have names of their own",
      log: FrameworkSample.lines(
        "{\"train_lr\": \"0.000\", \"train_loss_mlm\": \"1.36\", \"train_loss_ita\": \"2.03\", \"epoch\": 1}\n",
        "{\"mode\": \"val\", \"epoch\": 1, \"iter\": 500, \"lr\": 0.004, \"mIoU\": 0.187}\n"),
      start: FrameworkSample.lines(
        "{\"train_lr\": \"0.000\", \"train_loss_mlm\": \"1.36\", \"train_loss_ita\": \"2.03\",",
        " \"epoch\": 1}"),
      progress: TrainingProgress(epoch: 1), metrics: ["train_loss_mlm": 1.36, "mIoU": 0.187]),
    FrameworkSample(
      name: "CatBoost without its tabs",
      log:
        "39:     learn: 0.9479        test: 0.9194 best: 0.9212 (24)    total: 24.3s    remaining: 2h 56s\n",
      start: FrameworkSample.lines(
        "39:     learn: 0.9479        test: 0.9194 best: 0.9212 (24)    total: 24.3s    remain",
        "ing: 2h 56s"),
      progress: TrainingProgress(step: 39, etaSeconds: 7256), metrics: ["learn": 0.9479, "test": 0.9194]),
    FrameworkSample(
      name: "StyleGAN's ticks",
      log:
        "Constructing networks...\ntick 1     kimg 4.0      time 7m 02s       sec/tick 298.4   sec/kimg 74.60\n",
      start: "tick 1     kimg 4.0      time 7m 02s       sec/tick 298.4   sec/kimg 74.60",
      progress: TrainingProgress(step: 1)),
    FrameworkSample(
      name: "Nerfstudio's table",
      log: FrameworkSample.lines(
        "Step (% Done)       Train Iter (time)    ETA (time)           Train Rays / Sec\n",
        "-----------------------------------------------------------------------------\n",
        "140 (0.47%)         21.996 ms            10 m, 56 s           31.26 M\n"),
      start: "Step (% Done)       Train Iter (time)    ETA (time)           Train Rays / Sec",
      progress: TrainingProgress(step: 140, percent: 0.47, etaSeconds: 656)),
    FrameworkSample(
      name: "Tacotron 2: a step between a name and its value",
      log: "Train loss 3 9.564240 Grad Norm 13.82 3.99s/it\nValidation loss 1000: 0.410  \n",
      start: "Train loss 3 9.564240 Grad Norm 13.82 3.99s/it",
      progress: TrainingProgress(step: 3),
      metrics: ["Train loss": 9.56424, "Grad Norm": 13.82, "Validation loss": 0.41]),
    FrameworkSample(
      name: "MXNet's epochs and batches",
      log: "INFO Epoch[102] Batch [50]\tSpeed: 580.51 samples/sec\taccuracy=0.91\n",
      start: "INFO Epoch[102] Batch [50]\tSpeed: 580.51 samples/sec\taccuracy=0.91",
      progress: TrainingProgress(epoch: 102, step: 50), metrics: ["accuracy": 0.91]),
    FrameworkSample(
      name: "Keras-RL: steps in front of the episode",
      log: " 43587/50000: episode: 588, duration: 0.930s, episode reward: 180.000, loss: 4.918\n",
      start: " 43587/50000: episode: 588, duration: 0.930s, episode reward: 180.000, loss: 4.918",
      progress: TrainingProgress(step: 43587, totalSteps: 50000), metrics: ["loss": 4.918]),
    FrameworkSample(
      name: "RecBole: ranks in the names of metrics",
      log: FrameworkSample.lines(
        "INFO  epoch 34 training [time: 20.51s, train loss: 26.3362]\nINFO  valid result: \n",
        "recall@10 : 0.1749    mrr@10 : 0.3672    ndcg@10 : 0.2076    hit@10 : 0.7302    \n"),
      start: "INFO  epoch 34 training [time: 20.51s, train loss: 26.3362]",
      progress: TrainingProgress(epoch: 34), metrics: ["recall@10": 0.1749, "ndcg@10": 0.2076]),
    FrameworkSample(
      name: "short names and results without any",
      log: "ep 003 | train loss 1.9011 | val loss 1.9104\nep: 4/9 loss: 1.8\n",
      start: "ep 003 | train loss 1.9011 | val loss 1.9104",
      progress: TrainingProgress(epoch: 4, totalEpochs: 9), metrics: ["loss": 1.8]),
    FrameworkSample(
      name: "an epoch and columns that have no names",
      log: "Epoch    3 | 0.5123 | 0.6012 | 71.20\n",
      start: "Epoch    3 | 0.5123 | 0.6012 | 71.20",
      progress: TrainingProgress(epoch: 3)),
    FrameworkSample(
      name: "a bar without a name that counts epochs",
      log: "  3%|▎         | 3/100 [00:10<05:10,  3.2s/epoch, loss=0.5]\n",
      start: "  3%|▎         | 3/100 [00:10<05:10,  3.2s/epoch, loss=0.5]",
      progress: TrainingProgress(epoch: 3, totalEpochs: 100, etaSeconds: 310), metrics: ["loss": 0.5]),
    FrameworkSample(
      name: "a loss of the training alone",
      log: "Loss after 100 iterations: 0.51\nTrain loss: 0.512 | Val loss: 0.601\n",
      start: "Train loss: 0.512 | Val loss: 0.601",
      metrics: ["Train loss": 0.512, "Val loss": 0.601]),
    FrameworkSample(
      name: "percent behind the count, and the time that remains",
      log: "Train Epoch: 3 [7680/60000 (13%)]\tLoss: 122.4\tremaining: 00:12:01\n",
      start: "Train Epoch: 3 [7680/60000 (13%)]\tLoss: 122.4\tremaining: 00:12:01",
      progress: TrainingProgress(epoch: 3, step: 7680, totalSteps: 60000, percent: 13, etaSeconds: 721),
      metrics: ["Loss": 122.4]),
    FrameworkSample(
      name: "a count in parentheses",
      log: "(3/10) loss: 0.51\n",
      start: "(3/10) loss: 0.51",
      progress: TrainingProgress(step: 3, totalSteps: 10), metrics: ["loss": 0.51]),
    FrameworkSample(
      name: "Flower's rounds",
      log: "INFO :      [INIT]\nINFO :      [ROUND 1]\nINFO :      [ROUND 2]\n",
      start: "INFO :      [ROUND 1]",
      progress: TrainingProgress(step: 2)),
    FrameworkSample(
      name: "returns of episodes, on a line of their own",
      log: FrameworkSample.lines(
        "2024-05-01 08:33:18,402 - INFO - Epoch: 0\n",
        "2024-05-01 08:33:18,402 - INFO - Average Episode Return: 23.4\n"),
      start: "2024-05-01 08:33:18,402 - INFO - Epoch: 0",
      progress: TrainingProgress(epoch: 0), metrics: ["Average Episode Return": 23.4]),
  ]
}
