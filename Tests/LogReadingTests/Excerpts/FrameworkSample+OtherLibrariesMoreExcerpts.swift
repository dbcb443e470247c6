internal import TrainingModel

extension FrameworkSample {
  /// Keras, TensorFlow, Julia, R and older libraries, continued.
  static let excerptsOfOtherLibrariesMore = [
    FrameworkSample(
      name: "basic SRMid",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 INFO: Start training from epoch: 12, iter: 5000\n",
        "2024-05-01 10:01:00,123 INFO: [MyExp..][epoch: 12, iter:   5,100, lr:(2.000e-04,",
        ")] [eta: 4 days, 3:12:05, time (data): 0.712 (0.012)] l_pix: 1.2312e-02 l_percep",
        ": 2.1123e+00 \n",
        "2024-05-01 10:02:00,123 INFO: [MyExp..][epoch: 12, iter:   5,200, lr:(2.000e-04,",
        ")] [eta: 4 days, 3:10:05, time (data): 0.712 (0.012)] l_pix: 1.1312e-02 l_percep",
        ": 2.0123e+00 \n"),
      start: "2024-05-01 10:00:00,123 INFO: Start training from epoch: 12, iter: 5000",
      progress: TrainingProgress(epoch: 12, step: 5200, etaSeconds: 357005),
      metrics: ["l_pix": 0.011312, "l_percep": 2.0123, "lr": 0.0002]),
    FrameworkSample(
      name: "timm Mid",
      log: FrameworkSample.lines(
        "Scheduled epochs: 310. LR stepped per epoch.\n",
        "Train: 12 [   0/1251 (  0%)]  Loss: 3.41 (3.41)  Time: 2.512s,  101.91/s  (2.512",
        "s,  101.91/s)  LR: 4.000e-04  Data: 2.112 (2.112)\n",
        "Train: 12 [  50/1251 (  4%)]  Loss: 3.31 (3.36)  Time: 0.412s,  621.36/s  (0.452",
        "s,  566.37/s)  LR: 4.000e-04  Data: 0.012 (0.052)\n",
        "Test: [   0/195]  Time: 1.121 (1.121)  Loss:   1.812 ( 1.812)  Acc@1:  61.719 ( ",
        "61.719)  Acc@5:  84.375 ( 84.375)\n",
        "Test: [ 195/195]  Time: 0.121 (0.181)  Loss:   1.512 ( 1.912)  Acc@1:  71.719 ( ",
        "59.719)  Acc@5:  91.375 ( 82.375)\n"),
      start: FrameworkSample.lines(
        "Train: 12 [   0/1251 (  0%)]  Loss: 3.41 (3.41)  Time: 2.512s,  101.91/s  (2.512",
        "s,  101.91/s)  LR: 4.000e-04  Data: 2.112 (2.112)"),
      progress: TrainingProgress(epoch: 12, step: 50, totalSteps: 1251),
      metrics: ["LR": 0.0004, "Acc@1": 71.719]),
    FrameworkSample(
      name: "open Fold",
      log: FrameworkSample.lines(
        "Epoch 0:  12%|█▏        | 120/1000 [10:00<1:13:20,  5.00s/it, loss=12.1, v_num=a",
        "b1c]\r",
        "Validation: 0it [00:00, ?it/s]\r",
        "Validation DataLoader 0:  50%|█████     | 5/10 [00:05<00:05,  1.01s/it]"),
      start: FrameworkSample.lines(
        "Epoch 0:  12%|█▏        | 120/1000 [10:00<1:13:20,  5.00s/it, loss=12.1, v_num=a",
        "b1c]"),
      progress: TrainingProgress(epoch: 0, step: 120, totalSteps: 1000),
      metrics: ["loss": 12.1]),
    FrameworkSample(
      name: "two Phases",
      log: FrameworkSample.lines(
        "Phase 1/2: training the encoder\n",
        "Epoch 5/5 - loss: 0.2123 - val_loss: 0.3123\n",
        "Training completed for encoder\n",
        "Phase 2/2: training the decoder\n",
        "Epoch 1/10 - loss: 0.9123 - val_loss: 0.8123\n"),
      start: "Epoch 5/5 - loss: 0.2123 - val_loss: 0.3123",
      progress: TrainingProgress(epoch: 1, totalEpochs: 10),
      metrics: ["loss": 0.9123, "val_loss": 0.8123]),
  ]
}
