internal import TrainingModel

extension FrameworkSample {
  /// Hugging Face Trainer.
  static let hfTrainer = FrameworkSample(
    name: "Hugging Face Trainer",
    log: lines(
      "***** Running training *****\n",
      "  Num examples = 720\n",
      "  Num Epochs = 3\n",
      "  Total optimization steps = 90\n",
      "  0%|          | 0/90 [00:00<?, ?it/s]\r 33%|███▎      | 30/90 [00:10<00:20,  3.00it/s]\n",
      "{'loss': '1.25', 'grad_norm': '0.5', 'learning_rate': '4e-05', 'epoch': '1.0'}\n",
      "  0%|          | 0/12 [00:00<?, ?it/s]\r100%|██████████| 12/12 [00:01<00:00, 9.00it/s]\n",
      "{'eval_loss': '0.91', 'eval_runtime': '1.4', 'epoch': '1.0'}\n",
      "\r100%|██████████| 90/90 [00:31<00:00,  3.00it/s]\n",
      "{'train_runtime': 31.2, 'train_loss': 0.74, 'epoch': 3.0}\n"),
    start: "***** Running training *****",
    progress: TrainingProgress(epoch: 3, totalEpochs: 3, step: 90, totalSteps: 90),
    metrics: ["loss": 1.25, "eval_loss": 0.91, "train_loss": 0.74],
    endSeen: true)

  /// Accelerate, without a Trainer.
  static let accelerate = FrameworkSample(
    name: "accelerate, without a Trainer",
    log: lines(
      "  0%|          | 0/300 [00:00<?, ?it/s]\r 33%|███▎      | 100/300 [00:10<00:20, 10.00it/s]ep",
      "och 0: {'accuracy': 0.684, 'f1': 0.812}\n"),
    start: "  0%|          | 0/300 [00:00<?, ?it/s]",
    progress: TrainingProgress(epoch: 0),
    metrics: ["accuracy": 0.684, "f1": 0.812])

  /// Axolotl.
  static let axolotl = FrameworkSample(
    name: "axolotl",
    log: lines(
      "[2024-05-01 10:00:00,123] [INFO] [axolotl.train.train:173] [PID:41] [RANK:0] Starting traine",
      "r...\n",
      "\r  0%|          | 0/1190 [00:00<?, ?it/s]\r  1%|          | 10/1190 [00:30<59:00,  3.00s/it",
      "]\n",
      "{'loss': 1.4012, 'grad_norm': 0.51, 'learning_rate': 2e-05, 'epoch': 0.02}\n",
      "[2024-05-01 11:00:00,123] [INFO] [axolotl.train.train:217] [PID:41] [RANK:0] Training comple",
      "ted! Saving trained model to ./outputs/lora.\n"),
    start: "  0%|          | 0/1190 [00:00<?, ?it/s]",
    progress: TrainingProgress(epoch: 0.02, step: 10, totalSteps: 1190),
    metrics: ["loss": 1.4012],
    artifacts: ["./outputs/lora"],
    endSeen: true)

  /// LLaMA-Factory.
  static let llamaFactory = FrameworkSample(
    name: "LLaMA-Factory",
    log: lines(
      "[INFO|trainer.py:2420] 2024-05-01 10:00:00,120 >> ***** Running training *****\n",
      "[INFO|trainer.py:2422] 2024-05-01 10:00:00,120 >>   Num Epochs = 3\n",
      "\r  0%|          | 0/11,900 [00:00<?, ?it/s]\r  0%|          | 10/11,900 [00:10<3:18:10,  1.",
      "00s/it]\n",
      "{'loss': 1.4012, 'grad_norm': 0.51, 'learning_rate': 2e-05, 'epoch': 0.02}[INFO|2024-05-01 1",
      "0:00:10] llamafactory.train.callbacks:143 >> {'loss': 1.4012, 'learning_rate': 2.0000e-05, '",
      "epoch': 0.02, 'throughput': 900.1}\n"),
    start: "[INFO|trainer.py:2420] 2024-05-01 10:00:00,120 >> ***** Running training *****",
    progress: TrainingProgress(epoch: 0.02, totalEpochs: 3, step: 10, totalSteps: 11900),
    metrics: ["loss": 1.4012])

  /// Diffusers examples.
  static let diffusers = FrameworkSample(
    name: "diffusers examples",
    log: lines(
      "05/01/2024 10:00:00 - INFO - __main__ - ***** Running training *****\n",
      "\rSteps:   0%|          | 0/500 [00:00<?, ?it/s]\rSteps:   2%|▏         | 10/500 [00:10<08:1",
      "0,  1.00s/it, lr=0.0001, step_loss=0.112]\rGenerating images:  50%|█████     | 2/4 [00:01<00",
      ":01,  1.9it/s]"),
    start: "05/01/2024 10:00:00 - INFO - __main__ - ***** Running training *****",
    progress: TrainingProgress(step: 10, totalSteps: 500, percent: 2, etaSeconds: 490),
    metrics: ["lr": 0.0001, "step_loss": 0.112])

  /// Kohya sd-scripts.
  static let kohya = FrameworkSample(
    name: "kohya sd-scripts",
    log: lines(
      "running training / 学習開始\n",
      "  num train images * repeats / 学習画像の数×繰り返し回数: 200\n",
      "  num epochs / epoch数: 10\n",
      "\rsteps:   0%|          | 0/1000 [00:00<?, ?it/s]\n",
      "epoch 1/10\n",
      "\rsteps:   1%|          | 10/1000 [00:10<16:30,  1.00s/it, avr_loss=0.112]\n",
      "saving checkpoint: /out/last.safetensors\n"),
    start: "running training / 学習開始",
    progress: TrainingProgress(epoch: 1, totalEpochs: 10, step: 10, totalSteps: 1000, etaSeconds: 990),
    metrics: ["avr_loss": 0.112],
    artifacts: ["/out/last.safetensors"])

  /// Nested bars: epochs, and iterations within them.
  static let sentenceTransformers = FrameworkSample(
    name: "nested bars: epochs, and iterations within them",
    log: lines(
      "Epoch:   0%|          | 0/2 [00:00<?, ?it/s]\n",
      "\rIteration:   0%|          | 0/100 [00:00<?, ?it/s]\u{1B}[A\rIteration:  50%|█████     | 50",
      "/100 [00:01<00:01, 40.1it/s]\u{1B}[A\n",
      "\rEpoch:  50%|█████     | 1/2 [00:02<00:02,  2.1s/it]"),
    start: "Epoch:   0%|          | 0/2 [00:00<?, ?it/s]",
    progress: TrainingProgress(epoch: 1, totalEpochs: 2, step: 50, totalSteps: 100))
}
