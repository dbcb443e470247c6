internal import TrainingModel

extension FrameworkSample {
  /// Research codes and tools around PyTorch, continued.
  static let excerptsOfResearchMore = [
    FrameworkSample(
      name: "pyg",
      log: FrameworkSample.lines(
        "Epoch: 001, Loss: 1.9451, Train: 0.2714, Val: 0.1520, Test: 0.1540\n",
        "Epoch: 002, Loss: 1.9391, Train: 0.4014, Val: 0.2320, Test: 0.2540\n"),
      start: "Epoch: 001, Loss: 1.9451, Train: 0.2714, Val: 0.1520, Test: 0.1540",
      progress: TrainingProgress(epoch: 2),
      metrics: ["Loss": 1.9391, "Train": 0.4014, "Val": 0.232, "Test": 0.254]),
    FrameworkSample(
      name: "dgl",
      log: FrameworkSample.lines(
        "Training...\n",
        "Epoch 00004 | Loss 1.8712 | Accuracy 0.5120 \n",
        "Epoch 00005 | Loss 1.8412 | Accuracy 0.5320 \n"),
      start: "Epoch 00004 | Loss 1.8712 | Accuracy 0.5120 ",
      progress: TrainingProgress(epoch: 5),
      metrics: ["Loss": 1.8412, "Accuracy": 0.532]),
    FrameworkSample(
      name: "gpytorch",
      log: FrameworkSample.lines(
        "Iter 1/50 - Loss: 1.084   lengthscale: 0.693   noise: 0.693\n",
        "Iter 2/50 - Loss: 1.043   lengthscale: 0.644   noise: 0.644\n"),
      start: "Iter 1/50 - Loss: 1.084   lengthscale: 0.693   noise: 0.693",
      progress: TrainingProgress(step: 2, totalSteps: 50),
      metrics: ["Loss": 1.043, "lengthscale": 0.644, "noise": 0.644]),
    FrameworkSample(
      name: "pyro",
      log: FrameworkSample.lines(
        "[iteration 0001] loss: 5120.1123\n",
        "[iteration 0101] loss: 1211.4312\n"),
      start: "[iteration 0001] loss: 5120.1123",
      progress: TrainingProgress(step: 101),
      metrics: ["loss": 1211.4312]),
    FrameworkSample(
      name: "tabnet",
      log: FrameworkSample.lines(
        "epoch 0  | loss: 0.65123 | valid_auc: 0.71231 |  0:00:01s\n",
        "epoch 1  | loss: 0.55123 | valid_auc: 0.76231 |  0:00:02s\n"),
      start: "epoch 0  | loss: 0.65123 | valid_auc: 0.71231 |  0:00:01s",
      progress: TrainingProgress(epoch: 1),
      metrics: ["loss": 0.55123, "valid_auc": 0.76231]),
    FrameworkSample(
      name: "tabnet Early",
      log: FrameworkSample.lines(
        "epoch 19 | loss: 0.35123 | valid_auc: 0.91231 |  0:00:31s\n",
        "epoch 20 | loss: 0.34123 | valid_auc: 0.91131 |  0:00:32s\n",
        "\n",
        "Early stopping occurred at epoch 20 with best_epoch = 10 and best_valid_auc = 0.",
        "91512\n"),
      start: "epoch 19 | loss: 0.35123 | valid_auc: 0.91231 |  0:00:31s",
      progress: TrainingProgress(epoch: 20),
      metrics: ["loss": 0.34123],
      stopsEarly: true),
    FrameworkSample(
      name: "recbole",
      log: FrameworkSample.lines(
        "01 May 10:00    INFO  epoch 0 training [time: 2.31s, train loss: 230.1123]\n",
        "01 May 10:00    INFO  epoch 0 evaluating [time: 0.12s, valid_score: 0.021400]\n",
        "01 May 10:00    INFO  valid result: \n",
        "recall@10 : 0.0314    mrr@10 : 0.0214    ndcg@10 : 0.0123\n",
        "01 May 10:00    INFO  Saving current: saved/BPR-May-01-2024_10-00-00.pth\n"),
      start: "01 May 10:00    INFO  epoch 0 training [time: 2.31s, train loss: 230.1123]",
      progress: TrainingProgress(epoch: 0),
      metrics: ["train loss": 230.1123, "valid_score": 0.0214],
      artifacts: ["saved/BPR-May-01-2024_10-00-00.pth"]),
    FrameworkSample(
      name: "pykeen",
      log: FrameworkSample.lines(
        "Training epochs on cpu:   0%|          | 0/20 [00:00<?, ?epoch/s]\r",
        "Training epochs on cpu:  10%|█         | 2/20 [00:01<00:09,  1.92epoch/s, loss=0",
        ".912, prev_loss=0.982]"),
      start: "Training epochs on cpu:   0%|          | 0/20 [00:00<?, ?epoch/s]",
      progress: TrainingProgress(epoch: 2, totalEpochs: 20),
      metrics: ["loss": 0.912]),
    FrameworkSample(
      name: "scvi",
      log: FrameworkSample.lines(
        "Epoch 1/400:   0%|          | 0/400 [00:00<?, ?it/s]\r",
        "Epoch 1/400:   0%|          | 1/400 [00:01<07:11,  1.08s/it, v_num=1, train_loss",
        "_step=612.1, train_loss_epoch=622.1]\r",
        "Epoch 2/400:   0%|          | 1/400 [00:01<07:11,  1.08s/it, v_num=1, train_loss",
        "_step=612.1, train_loss_epoch=622.1]\r",
        "Epoch 2/400:   0%|          | 2/400 [00:02<07:11,  1.08s/it, v_num=1, train_loss",
        "_step=589.1, train_loss_epoch=601.1]"),
      start: "Epoch 1/400:   0%|          | 0/400 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 2, totalEpochs: 400),
      metrics: ["train_loss_epoch": 601.1]),
    FrameworkSample(
      name: "mace",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00.123 INFO: Started training, reporting errors on validation s",
        "et\n",
        "2024-05-01 10:00:00.123 INFO: Loss metrics on validation set\n",
        "2024-05-01 10:00:09.123 INFO: Initial: head: Default, loss=12.12345678, RMSE_E_p",
        "er_atom=  901.12 meV, RMSE_F=  812.12 meV / A\n",
        "2024-05-01 10:01:09.123 INFO: Epoch 0: head: Default, loss=0.12345678, RMSE_E_pe",
        "r_atom=   12.12 meV, RMSE_F=   45.67 meV / A\n",
        "2024-05-01 10:02:09.123 INFO: Epoch 1: head: Default, loss=0.10345678, RMSE_E_pe",
        "r_atom=   10.12 meV, RMSE_F=   40.67 meV / A\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00.123 INFO: Started training, reporting errors on validation s",
        "et"),
      progress: TrainingProgress(epoch: 1),
      metrics: ["loss": 0.10345678, "RMSE_F": 40.67, "RMSE_E_per_atom": 10.12]),
    FrameworkSample(
      name: "deepmd",
      log: FrameworkSample.lines(
        "[2024-05-01 10:00:00,123] DEEPMD INFO    Start to train 1000 steps.\n",
        "[2024-05-01 10:00:10,123] DEEPMD INFO    batch     100: trn: rmse = 2.12e+01, rm",
        "se_e = 1.12e-01, rmse_f = 6.12e-01, lr = 9.12e-04\n",
        "[2024-05-01 10:00:10,123] DEEPMD INFO    batch     100: total wall time = 10.12 ",
        "s\n",
        "[2024-05-01 10:00:20,123] DEEPMD INFO    batch     200: trn: rmse = 1.12e+01, rm",
        "se_e = 1.02e-01, rmse_f = 5.12e-01, lr = 8.12e-04\n",
        "[2024-05-01 10:00:20,123] DEEPMD INFO    batch     200: total wall time = 10.02 ",
        "s\n"),
      start: "[2024-05-01 10:00:00,123] DEEPMD INFO    Start to train 1000 steps.",
      progress: TrainingProgress(step: 200),
      metrics: ["rmse": 11.2, "rmse_f": 0.512, "lr": 0.000812]),
    FrameworkSample(
      name: "nerf",
      log: FrameworkSample.lines(
        "Begin\n",
        "TRAIN views are [0 1 2]\n",
        "  0%|          | 99/200000 [00:20<11:12:01,  4.96it/s][TRAIN] Iter: 100 Loss: 0.",
        "0512  PSNR: 15.12\n",
        "  0%|          | 199/200000 [00:40<11:12:01,  4.96it/s]\n",
        "[TRAIN] Iter: 200 Loss: 0.0412  PSNR: 16.12\n"),
      start: FrameworkSample.lines(
        "  0%|          | 99/200000 [00:20<11:12:01,  4.96it/s][TRAIN] Iter: 100 Loss: 0.",
        "0512  PSNR: 15.12"),
      progress: TrainingProgress(step: 200),
      metrics: ["Loss": 0.0412, "PSNR": 16.12]),
    FrameworkSample(
      name: "gaussian Splatting",
      log: FrameworkSample.lines(
        "Reading camera 1/185\r",
        "Reading camera 185/185\n",
        "Loading Training Cameras\n",
        "Number of points at initialisation :  54275\n",
        "Training progress:   0%|          | 0/30000 [00:00<?, ?it/s]\r",
        "Training progress:  23%|██▎       | 7000/30000 [01:00<09:00, 50.12it/s, Loss=0.0",
        "512319]\n",
        "[ITER 7000] Evaluating test: L1 0.03123 PSNR 25.123\n",
        "\n",
        "[ITER 7000] Saving Gaussians\n",
        "Training progress:  24%|██▎       | 7100/30000 [01:04<09:00, 50.12it/s, Loss=0.0",
        "482319]"),
      start: "Training progress:   0%|          | 0/30000 [00:00<?, ?it/s]",
      progress: TrainingProgress(step: 7100, totalSteps: 30000, percent: 24),
      metrics: ["Loss": 0.0482319, "PSNR": 25.123]),
    FrameworkSample(
      name: "torch NGP",
      log: FrameworkSample.lines(
        "[INFO] Trainer: ngp | 2024-05-01_10-00-00 | cuda:0 | fp16 | workspace\n",
        "==> Start Training Epoch 1, lr=0.010000 ...\n",
        "loss=0.0123 (0.0212), lr=0.010000: :  50% 50/100 [00:02<00:02, 20.12it/s]\n",
        "==> Finished Epoch 1.\n",
        "==> Start Training Epoch 2, lr=0.009800 ...\n"),
      start: "==> Start Training Epoch 1, lr=0.010000 ...",
      progress: TrainingProgress(epoch: 2),
      metrics: ["loss": 0.0123]),
    FrameworkSample(
      name: "deepxde",
      log: FrameworkSample.lines(
        "Compiling model...\n",
        "'compile' took 0.000254 s\n",
        "\n",
        "Training model...\n",
        "\n",
        "Step      Train loss                        Test loss                         Te",
        "st metric   \n",
        "0         [1.12e+00, 2.12e-01]    [1.13e+00, 2.22e-01]    [9.12e-01]    \n",
        "1000      [1.12e-03, 2.12e-04]    [1.13e-03, 2.22e-04]    [9.12e-03]    \n"),
      start: "Training model...",
      progress: TrainingProgress(step: 1000)),
    FrameworkSample(
      name: "modulus",
      log: FrameworkSample.lines(
        "[10:00:00] - [step:          0] saved checkpoint to outputs/ldc\n",
        "[10:00:00] - [step:          0] loss:  4.812e-02\n",
        "[10:00:10] - [step:        100] loss:  1.212e-03, time/iteration:  1.021e+01 ms\n"),
      start: "[10:00:00] - [step:          0] loss:  4.812e-02",
      progress: TrainingProgress(step: 100),
      metrics: ["loss": 0.001212],
      artifacts: ["outputs/ldc"]),
    FrameworkSample(
      name: "vits",
      log: FrameworkSample.lines(
        "INFO:base:Train Epoch: 3 [12%]\n",
        "INFO:base:[2.312345, 2.412345, 5.123456, 22.123456, 1.212345, 1.512345, 1400, 0.",
        "000199950003]\n",
        "INFO:base:Saving model and optimizer state at iteration 3 to ./logs/base/G_1400.",
        "pth\n",
        "INFO:base:====> Epoch: 3\n"),
      start: "INFO:base:Train Epoch: 3 [12%]",
      progress: TrainingProgress(epoch: 3),
      artifacts: ["./logs/base/G_1400.pth"]),
    FrameworkSample(
      name: "wenet",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 INFO Epoch 0 Step 0 TRAIN info lr 1.0e-08 rank 0\n",
        "2024-05-01 10:00:30,123 DEBUG TRAIN | steps/sec 5.1| Batch 0/100 loss 120.123 ac",
        "c 0.012 lr 4.0e-06 grad_norm 45.1 rank 0\n",
        "2024-05-01 10:01:00,123 DEBUG CV Batch 0/100 loss 80.123 history loss 82.1 rank ",
        "0\n"),
      start: "2024-05-01 10:00:00,123 INFO Epoch 0 Step 0 TRAIN info lr 1.0e-08 rank 0",
      progress: TrainingProgress(epoch: 0),
      metrics: ["acc": 0.012]),
  ]
}
