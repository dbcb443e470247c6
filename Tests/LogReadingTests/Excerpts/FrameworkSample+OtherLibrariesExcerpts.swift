internal import TrainingModel

extension FrameworkSample {
  /// Keras, TensorFlow, Julia, R and older libraries.
  static let excerptsOfOtherLibraries = [
    FrameworkSample(
      name: "keras Legacy",
      log: FrameworkSample.lines(
        "Train on 60000 samples, validate on 10000 samples\n",
        "Epoch 1/12\n",
        "  128/60000 [..............................] - ETA: 1:20 - loss: 2.3112 - acc: 0",
        ".1012\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}",
        "\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\r",
        "  256/60000 [..............................] - ETA: 1:10 - loss: 2.2112 - acc: 0",
        ".1512"),
      start: "Epoch 1/12",
      progress: TrainingProgress(epoch: 1, totalEpochs: 12, step: 256, totalSteps: 60000, etaSeconds: 70),
      metrics: ["loss": 2.2112, "acc": 0.1512]),
    FrameworkSample(
      name: "r Keras",
      log: FrameworkSample.lines(
        "Epoch 3/30\n",
        "375/375 - 2s - loss: 0.1234 - acc: 0.9612 - val_loss: 0.1312 - val_acc: 0.9601 -",
        " 2s/epoch - 5ms/step\n",
        "Epoch 4/30\n",
        "375/375 - 2s - 5ms/step - acc: 0.9672 - loss: 0.1134 - val_acc: 0.9621 - val_los",
        "s: 0.1212\n"),
      start: "Epoch 3/30",
      progress: TrainingProgress(epoch: 4, totalEpochs: 30, step: 375, totalSteps: 375),
      metrics: ["acc": 0.9672, "val_loss": 0.1212]),
    FrameworkSample(
      name: "luz",
      log: FrameworkSample.lines(
        "Epoch 1/3\n",
        "Train metrics: Loss: 0.3123 - Acc: 0.9012\n",
        "Valid metrics: Loss: 0.2123 - Acc: 0.9312\n",
        "Epoch 2/3\n",
        "Train metrics: Loss: 0.2323 - Acc: 0.9212\n"),
      start: "Epoch 1/3",
      progress: TrainingProgress(epoch: 2, totalEpochs: 3),
      metrics: ["Loss": 0.2323, "Acc": 0.9212]),
    FrameworkSample(
      name: "keras Tqdm",
      log: FrameworkSample.lines(
        "Training:  40%|████      | 2/5 ETA: 00:03s,  1.01s/epochs\n",
        "Epoch 3/5\n",
        "0/24           ETA: ?s - \r",
        "12/24 ━━━━━━━━━━━━━━━━━━━━ 0s 2ms/step - loss: 0.4112"),
      start: "Epoch 3/5",
      progress: TrainingProgress(epoch: 3, totalEpochs: 5, step: 12, totalSteps: 24),
      metrics: ["loss": 0.4112]),
    FrameworkSample(
      name: "keras Tuner",
      log: FrameworkSample.lines(
        "Search: Running Trial #3\n",
        "\n",
        "Value             |Best Value So Far |Hyperparameter\n",
        "64                |32                |units\n",
        "\n",
        "Epoch 1/5\n",
        "24/24 ━━━━━━━━━━━━━━━━━━━━ 1s 9ms/step - accuracy: 0.5212 - loss: 0.6912 - val_a",
        "ccuracy: 0.6012 - val_loss: 0.6612\n",
        "Epoch 2/5\n",
        " 7/24 ━━━━━━━━━━━━━━━━━━━━ 0s 8ms/step - accuracy: 0.6212 - loss: 0.6512"),
      start: "Epoch 1/5",
      progress: TrainingProgress(epoch: 2, totalEpochs: 5, step: 7, totalSteps: 24),
      metrics: ["accuracy": 0.6212, "val_loss": 0.6612]),
    FrameworkSample(
      name: "estimator",
      log: FrameworkSample.lines(
        "INFO:tensorflow:Calling model_fn.\n",
        "INFO:tensorflow:Graph was finalized.\n",
        "INFO:tensorflow:Saving checkpoints for 0 into /tmp/model/model.ckpt.\n",
        "INFO:tensorflow:loss = 2.3012, step = 0\n",
        "INFO:tensorflow:global_step/sec: 8.12\n",
        "INFO:tensorflow:loss = 1.3012, step = 100 (12.315 sec)\n"),
      start: "INFO:tensorflow:loss = 2.3012, step = 0",
      progress: TrainingProgress(step: 100),
      metrics: ["loss": 1.3012],
      artifacts: ["/tmp/model/model.ckpt"]),
    FrameworkSample(
      name: "tf Guide Loop",
      log: FrameworkSample.lines(
        "Epoch 5, Loss: 0.0212, Accuracy: 99.31, Test Loss: 0.0612, Test Accuracy: 98.21\n",
        "Epoch 6, Loss: 0.0112, Accuracy: 99.61, Test Loss: 0.0622, Test Accuracy: 98.11\n"),
      start: "Epoch 5, Loss: 0.0212, Accuracy: 99.31, Test Loss: 0.0612, Test Accuracy: 98.21",
      progress: TrainingProgress(epoch: 6),
      metrics: ["Loss": 0.0112, "Accuracy": 99.61, "Test Loss": 0.0622, "Test Accuracy": 98.11]),
    FrameworkSample(
      name: "mxnet Module",
      log: FrameworkSample.lines(
        "INFO:root:Epoch[0] Batch [0-50]\tSpeed: 12345.12 samples/sec\taccuracy=0.512345\n",
        "INFO:root:Epoch[0] Batch [50-100]\tSpeed: 12545.12 samples/sec\taccuracy=0.712345\n",
        "INFO:root:Epoch[0] Train-accuracy=0.801234\n",
        "INFO:root:Epoch[0] Time cost=4.123\n",
        "INFO:root:Epoch[0] Validation-accuracy=0.901234\n",
        "INFO:root:Epoch[1] Batch [0-50]\tSpeed: 12345.12 samples/sec\taccuracy=0.912345\n"),
      start: "INFO:root:Epoch[0] Batch [0-50]\tSpeed: 12345.12 samples/sec\taccuracy=0.512345",
      progress: TrainingProgress(epoch: 1, step: 50),
      metrics: ["accuracy": 0.912345, "Train-accuracy": 0.801234, "Validation-accuracy": 0.901234]),
    FrameworkSample(
      name: "gluon CV",
      log: FrameworkSample.lines(
        "INFO:root:Epoch[0] Batch [49]\tSpeed: 823.12 samples/sec\taccuracy=0.1123\tlr=0.012",
        "34\n",
        "INFO:root:Epoch[0] Batch [99]\tSpeed: 833.12 samples/sec\taccuracy=0.1523\tlr=0.022",
        "34\n",
        "INFO:root:[Epoch 0] training: accuracy=0.2012\n",
        "INFO:root:[Epoch 0] speed: 812 samples/sec\ttime cost: 60.12\n",
        "INFO:root:[Epoch 0] validation: err-top1=0.7012 err-top5=0.4012\n"),
      start: FrameworkSample.lines(
        "INFO:root:Epoch[0] Batch [49]\tSpeed: 823.12 samples/sec\taccuracy=0.1123\tlr=0.012",
        "34"),
      progress: TrainingProgress(epoch: 0, step: 99),
      metrics: ["lr": 0.02234, "err-top1": 0.7012]),
    FrameworkSample(
      name: "chainer",
      log: FrameworkSample.lines(
        "epoch       main/loss   validation/main/loss  main/accuracy  validation/main/acc",
        "uracy  elapsed_time\n",
        "\u{1B}[J1           0.193412    0.0981231             0.941233       0.9692          ",
        "          6.12312       \n",
        "\u{1B}[J     total [##........................................] 6.67%\n",
        "this epoch [################..................................] 33.33%\n",
        "       800 iter, 1 epoch / 20 epochs\n",
        "    123.45 iters/sec. Estimated time to finish: 0:01:37.123456.\n",
        "\u{1B}[4A\u{1B}[J2           0.073412    0.0781231             0.971233       0.9762      ",
        "              12.12312       \n"),
      start: FrameworkSample.lines(
        "epoch       main/loss   validation/main/loss  main/accuracy  validation/main/acc",
        "uracy  elapsed_time"),
      progress: TrainingProgress(epoch: 2),
      metrics: ["main/loss": 0.073412, "validation/main/accuracy": 0.9762]),
    FrameworkSample(
      name: "caffe",
      log: FrameworkSample.lines(
        "I0501 10:00:00.123456  1234 solver.cpp:272] Solving LeNet\n",
        "I0501 10:00:00.123456  1234 solver.cpp:330] Iteration 0, Testing net (#0)\n",
        "I0501 10:00:01.123456  1234 solver.cpp:397]     Test net output #0: accuracy = 0",
        ".0912\n",
        "I0501 10:00:01.223456  1234 solver.cpp:218] Iteration 0 (0 iter/s, 0.1s/100 iter",
        "s), loss = 2.3912\n",
        "I0501 10:00:01.223456  1234 solver.cpp:237]     Train net output #0: loss = 2.39",
        "12 (* 1 = 2.3912 loss)\n",
        "I0501 10:00:01.223456  1234 sgd_solver.cpp:105] Iteration 0, lr = 0.01\n",
        "I0501 10:00:06.223456  1234 solver.cpp:218] Iteration 100 (20.1 iter/s, 4.97s/10",
        "0 iters), loss = 0.2112\n",
        "I0501 10:00:06.223456  1234 sgd_solver.cpp:105] Iteration 100, lr = 0.00992565\n"),
      start: FrameworkSample.lines(
        "I0501 10:00:01.223456  1234 solver.cpp:218] Iteration 0 (0 iter/s, 0.1s/100 iter",
        "s), loss = 2.3912"),
      progress: TrainingProgress(step: 100),
      metrics: ["loss": 0.2112, "lr": 0.00992565]),
    FrameworkSample(
      name: "cntk",
      log: FrameworkSample.lines(
        "Learning rate per minibatch: 0.2\n",
        "Finished Epoch[1 of 5]: [Training] loss = 1.212345 * 60000, metric = 30.12% * 60",
        "000 12.312s (4873.1 samples/s);\n",
        "Finished Epoch[2 of 5]: [Training] loss = 0.512345 * 60000, metric = 15.12% * 60",
        "000 11.312s (5304.1 samples/s);\n"),
      start: FrameworkSample.lines(
        "Finished Epoch[1 of 5]: [Training] loss = 1.212345 * 60000, metric = 30.12% * 60",
        "000 12.312s (4873.1 samples/s);"),
      progress: TrainingProgress(epoch: 2, totalEpochs: 5),
      metrics: ["loss": 0.512345]),
    FrameworkSample(
      name: "theano",
      log: FrameworkSample.lines(
        "... building the model\n",
        "... training\n",
        "epoch 1, minibatch 83/83, validation error 10.215312 %\n",
        "     epoch 1, minibatch 83/83, test error of best model 10.523438 %\n",
        "epoch 2, minibatch 83/83, validation error 9.215312 %\n"),
      start: "epoch 1, minibatch 83/83, validation error 10.215312 %",
      progress: TrainingProgress(epoch: 2, step: 83, totalSteps: 83),
      metrics: ["validation error": 9.215312]),
    FrameworkSample(
      name: "flux Info",
      log: FrameworkSample.lines(
        "[ Info: Start Training\n",
        "[ Info: Training on CPU\n",
        "Epoch: 1   Train: (loss = 0.2112f0, acc = 94.012)   Test: (loss = 0.2012f0, acc ",
        "= 94.312)\n",
        "Epoch: 2   Train: (loss = 0.1612f0, acc = 95.412)   Test: (loss = 0.1602f0, acc ",
        "= 95.212)\n"),
      start: "[ Info: Start Training",
      progress: TrainingProgress(epoch: 2),
      metrics: ["acc": 95.212]),
    FrameworkSample(
      name: "lux",
      log: FrameworkSample.lines(
        "Iteration: 0001 \t Loss: 12.3123\n",
        "Iteration: 0101 \t Loss: 1.3123\n"),
      start: "Iteration: 0001 \t Loss: 12.3123",
      progress: TrainingProgress(step: 101),
      metrics: ["Loss": 1.3123]),
    FrameworkSample(
      name: "julia Epoch Info",
      log: FrameworkSample.lines(
        "┌ Info: epoch 4\n",
        "│   train_loss = 0.3123\n",
        "└   test_acc = 0.9123\n",
        "┌ Info: epoch 5\n",
        "│   train_loss = 0.2923\n",
        "└   test_acc = 0.9223\n"),
      start: "┌ Info: epoch 4",
      progress: TrainingProgress(epoch: 5),
      metrics: ["train_loss": 0.2923, "test_acc": 0.9223]),
    FrameworkSample(
      name: "stan",
      log: FrameworkSample.lines(
        "Chain 1: Iteration:    1 / 2000 [  0%]  (Warmup)\n",
        "Chain 1: Iteration:  200 / 2000 [ 10%]  (Warmup)\n"),
      start: "Chain 1: Iteration:    1 / 2000 [  0%]  (Warmup)",
      progress: TrainingProgress(step: 200, totalSteps: 2000)),
    FrameworkSample(
      name: "nnunet Mid",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00.123456: unpacking done...\n",
        "2024-05-01 10:00:00.123456: \n",
        "2024-05-01 10:00:00.223456: Epoch 12\n",
        "2024-05-01 10:00:00.323456: Current learning rate: 0.00989\n",
        "2024-05-01 10:02:30.123456: train_loss -0.5123\n",
        "2024-05-01 10:02:30.123456: val_loss -0.4912\n",
        "2024-05-01 10:02:30.123456: Pseudo dice [0.7012, 0.6512]\n",
        "2024-05-01 10:02:30.123456: Epoch time: 150.12 s\n",
        "2024-05-01 10:02:30.123456: Yayy! New best EMA pseudo Dice: 0.6712\n",
        "2024-05-01 10:02:31.123456: \n",
        "2024-05-01 10:02:31.123456: Epoch 13\n",
        "2024-05-01 10:02:31.223456: Current learning rate: 0.00988\n"),
      start: "2024-05-01 10:00:00.223456: Epoch 12",
      progress: TrainingProgress(epoch: 13),
      metrics: ["train_loss": -0.5123, "val_loss": -0.4912]),
  ]
}
