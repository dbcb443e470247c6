internal import TrainingModel

extension FrameworkSample {
  /// Loops that people write themselves.
  static let excerptsOfOwnLoops = [
    FrameworkSample(
      name: "Verbose Phase",
      log: FrameworkSample.lines(
        "Device: cuda:0\n",
        ">>> epoch 3 of 20 | train loss 0.412 | val loss 0.398 | 12.1s\n",
        ">>> epoch 4 of 20 | train loss 0.402 | val loss 0.391 | 12.0s\n"),
      start: ">>> epoch 3 of 20 | train loss 0.412 | val loss 0.398 | 12.1s",
      progress: TrainingProgress(epoch: 4, totalEpochs: 20),
      metrics: ["train loss": 0.402, "val loss": 0.391]),
    FrameworkSample(
      name: "Ep",
      log: FrameworkSample.lines(
        "Ep 3/100 | loss 0.412 | acc 0.812\n",
        "Ep 4/100 | loss 0.402 | acc 0.822\n"),
      start: "Ep 3/100 | loss 0.412 | acc 0.812",
      progress: TrainingProgress(epoch: 4, totalEpochs: 100),
      metrics: ["loss": 0.402, "acc": 0.822]),
    FrameworkSample(
      name: "E",
      log: FrameworkSample.lines(
        "[E003/100] train: loss=0.412 acc=0.81 | val: loss=0.398 acc=0.82 (12.1s)\n",
        "[E004/100] train: loss=0.402 acc=0.82 | val: loss=0.388 acc=0.83 (12.1s)\n"),
      start: "[E003/100] train: loss=0.412 acc=0.81 | val: loss=0.398 acc=0.82 (12.1s)",
      progress: TrainingProgress(epoch: 4, totalEpochs: 100)),
    FrameworkSample(
      name: "It",
      log: FrameworkSample.lines(
        "it 100 loss=0.412 lr=1.0e-03\n",
        "it 200 loss=0.402 lr=1.0e-03\n"),
      start: "it 100 loss=0.412 lr=1.0e-03",
      progress: TrainingProgress(step: 200),
      metrics: ["loss": 0.402, "lr": 0.001]),
    FrameworkSample(
      name: "Comma",
      log: FrameworkSample.lines(
        "epoch=3, step=120, loss=0.412, lr=0.001\n",
        "epoch=3, step=140, loss=0.402, lr=0.001\n"),
      start: "epoch=3, step=120, loss=0.412, lr=0.001",
      progress: TrainingProgress(epoch: 3, step: 140),
      metrics: ["loss": 0.402]),
    FrameworkSample(
      name: "Upper",
      log: FrameworkSample.lines(
        "EPOCH: 3/50 | STEP: 120/500 | LOSS: 0.4123 | LR: 0.001\n",
        "EPOCH: 3/50 | STEP: 140/500 | LOSS: 0.4023 | LR: 0.001\n"),
      start: "EPOCH: 3/50 | STEP: 120/500 | LOSS: 0.4123 | LR: 0.001",
      progress: TrainingProgress(epoch: 3, totalEpochs: 50, step: 140, totalSteps: 500),
      metrics: ["LOSS": 0.4023]),
    FrameworkSample(
      name: "Global",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00 - INFO - Global step: 1200 | Train loss: 0.412 | Val loss: 0",
        ".512\n",
        "2024-05-01 10:01:00 - INFO - Global step: 1300 | Train loss: 0.402 | Val loss: 0",
        ".502\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00 - INFO - Global step: 1200 | Train loss: 0.412 | Val loss: 0",
        ".512"),
      progress: TrainingProgress(step: 1300),
      metrics: ["Train loss": 0.402, "Val loss": 0.502]),
    FrameworkSample(
      name: "Chinese",
      log: FrameworkSample.lines(
        "第 3/50 轮 训练损失: 0.412 验证损失: 0.512\n",
        "Epoch 4/50 训练损失: 0.402 验证损失: 0.502\n"),
      start: "Epoch 4/50 训练损失: 0.402 验证损失: 0.502",
      progress: TrainingProgress(epoch: 4, totalEpochs: 50)),
    FrameworkSample(
      name: "Json",
      log: FrameworkSample.lines(
        "{\"step\": 100, \"train/loss\": 2.312, \"train/lr\": 0.001, \"epoch\": 0.12}\n",
        "{\"step\": 200, \"train/loss\": 2.112, \"train/lr\": 0.001, \"epoch\": 0.24}\n"),
      start: "{\"step\": 100, \"train/loss\": 2.312, \"train/lr\": 0.001, \"epoch\": 0.12}",
      progress: TrainingProgress(epoch: 0.24, step: 200),
      metrics: ["train/loss": 2.112]),
    FrameworkSample(
      name: "Structlog",
      log: FrameworkSample.lines(
        "{\"timestamp\": \"2024-05-01T10:00:00Z\", \"level\": \"info\", \"msg\": \"train\", \"epoch\": ",
        "3, \"loss\": 0.412, \"val_loss\": 0.512}\n",
        "{\"timestamp\": \"2024-05-01T10:01:00Z\", \"level\": \"info\", \"msg\": \"train\", \"epoch\": ",
        "4, \"loss\": 0.402, \"val_loss\": 0.502}\n"),
      start: FrameworkSample.lines(
        "{\"timestamp\": \"2024-05-01T10:00:00Z\", \"level\": \"info\", \"msg\": \"train\", \"epoch\": ",
        "3, \"loss\": 0.412, \"val_loss\": 0.512}"),
      progress: TrainingProgress(epoch: 4),
      metrics: ["loss": 0.402, "val_loss": 0.502]),
    FrameworkSample(
      name: "Key Value",
      log: FrameworkSample.lines(
        "ts=2024-05-01T10:00:00Z level=info msg=\"train step\" step=1200 loss=0.412 tokens_",
        "per_s=12345\n",
        "ts=2024-05-01T10:00:10Z level=info msg=\"train step\" step=1210 loss=0.402 tokens_",
        "per_s=12345\n"),
      start: FrameworkSample.lines(
        "ts=2024-05-01T10:00:00Z level=info msg=\"train step\" step=1200 loss=0.412 tokens_",
        "per_s=12345"),
      progress: TrainingProgress(step: 1210),
      metrics: ["loss": 0.402]),
    FrameworkSample(
      name: "Emoji",
      log: FrameworkSample.lines(
        "🚀 Starting training...\n",
        "📊 Epoch 3/10 - Train Loss: 0.412 - Val Loss: 0.398 - Val Acc: 81.20%\n",
        "✅ New best model saved: checkpoints/best.pt\n",
        "📊 Epoch 4/10 - Train Loss: 0.402 - Val Loss: 0.391 - Val Acc: 82.10%\n"),
      start: "🚀 Starting training...",
      progress: TrainingProgress(epoch: 4, totalEpochs: 10),
      metrics: ["Train Loss": 0.402, "Val Loss": 0.391, "Val Acc": 82.1],
      artifacts: ["checkpoints/best.pt"]),
    FrameworkSample(
      name: "Multi",
      log: FrameworkSample.lines(
        "Epoch 7/20\n",
        "  Train - Loss: 0.4123, Acc: 0.8123\n",
        "  Val   - Loss: 0.5123, Acc: 0.7823\n",
        "Epoch 8/20\n",
        "  Train - Loss: 0.4023, Acc: 0.8223\n"),
      start: "Epoch 7/20",
      progress: TrainingProgress(epoch: 8, totalEpochs: 20),
      metrics: ["Loss": 0.4023, "Acc": 0.8223]),
    FrameworkSample(
      name: "Pct",
      log: FrameworkSample.lines(
        "Epoch: 3 | Batch: 120/500 (24.0%) | Loss: 0.412\n",
        "Epoch: 3 | Batch: 140/500 (28.0%) | Loss: 0.402\n"),
      start: "Epoch: 3 | Batch: 120/500 (24.0%) | Loss: 0.412",
      progress: TrainingProgress(epoch: 3, step: 140, totalSteps: 500),
      metrics: ["Loss": 0.402]),
    FrameworkSample(
      name: "Fold",
      log: FrameworkSample.lines(
        "===== Fold 2/5 =====\n",
        "Epoch 3/10: train_loss=0.412, val_auc=0.912\n",
        "Epoch 4/10: train_loss=0.402, val_auc=0.914\n"),
      start: "Epoch 3/10: train_loss=0.412, val_auc=0.912",
      progress: TrainingProgress(epoch: 4, totalEpochs: 10),
      metrics: ["train_loss": 0.402, "val_auc": 0.914]),
    FrameworkSample(
      name: "Gan",
      log: FrameworkSample.lines(
        "Epoch [3/50] Batch [120/500] Loss D: 0.4123, Loss G: 1.2123\n",
        "Epoch [3/50] Batch [140/500] Loss D: 0.4023, Loss G: 1.2023\n"),
      start: "Epoch [3/50] Batch [120/500] Loss D: 0.4123, Loss G: 1.2123",
      progress: TrainingProgress(epoch: 3, totalEpochs: 50, step: 140, totalSteps: 500),
      metrics: ["Loss D": 0.4023, "Loss G": 1.2023]),
    FrameworkSample(
      name: "Time Left",
      log: FrameworkSample.lines(
        "Step 1200/5000 | loss 0.412 | 0.51 s/step | ETA 0:32:18\n"),
      start: "Step 1200/5000 | loss 0.412 | 0.51 s/step | ETA 0:32:18",
      progress: TrainingProgress(step: 1200, totalSteps: 5000, etaSeconds: 1938),
      metrics: ["loss": 0.412]),
    FrameworkSample(
      name: "Tensor",
      log: FrameworkSample.lines(
        "Epoch 3: loss = tensor(0.4123, grad_fn=<NllLossBackward0>)\n",
        "Epoch 4: loss = tensor(0.4023, grad_fn=<NllLossBackward0>)\n"),
      start: "Epoch 3: loss = tensor(0.4123, grad_fn=<NllLossBackward0>)",
      progress: TrainingProgress(epoch: 4),
      metrics: ["loss": 0.4023]),
  ]
}
