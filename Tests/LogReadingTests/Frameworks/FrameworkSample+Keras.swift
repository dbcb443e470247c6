internal import TrainingModel

extension FrameworkSample {
  /// Keras 3, evaluate() and predict() behind fit().
  static let keras3 = FrameworkSample(
    name: "Keras 3, evaluate() and predict() behind fit()",
    log: lines(
      "Epoch 1/2\n",
      "\r\u{1B}[1m1/3\u{1B}[0m \u{1B}[32m━━━━━━\u{1B}[0m\u{1B}[37m━━━━━━━━━━━━━━\u{1B}[0m \u{1B}[1m",
      "0s\u{1B}[0m 251ms/step - accuracy: 0.47 - loss: 0.68\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}",
      "\u{8}\u{8}\r\u{1B}[1m3/3\u{1B}[0m \u{1B}[32m━━━━━━━━━━━━━━━━━━━━\u{1B}[0m\u{1B}[37m\u{1B}[0m",
      " \u{1B}[1m0s\u{1B}[0m 60ms/step - accuracy: 0.55 - loss: 0.67 - val_loss: 0.66\n",
      "Epoch 2/2\n",
      "3/3 - 0s - 2ms/step - accuracy: 0.56 - loss: 0.65\n",
      "Epoch 2: early stopping\n",
      "\r\u{1B}[1m 1/10\u{1B}[0m \u{1B}[32m━━\u{1B}[0m\u{1B}[37m━━━━━━━━━━━━━━━━━━\u{1B}[0m \u{1B}[",
      "1m0s\u{1B}[0m 28ms/step - accuracy: 0.5 - loss: 0.9\n"),
    start: "Epoch 1/2",
    progress: TrainingProgress(epoch: 2, totalEpochs: 2, step: 3, totalSteps: 3),
    metrics: ["accuracy": 0.56, "loss": 0.65, "val_loss": 0.66],
    stopsEarly: true)

  /// Keras 1 and 2 and R: bars of equal signs.
  static let keras2 = FrameworkSample(
    name: "Keras 1 and 2 and R: bars of equal signs",
    log: lines(
      "Train on 60000 samples, validate on 10000 samples\n",
      "Epoch 1/12\n",
      "\n",
      "  128/60000 [..............................] - ETA: 4:20 - loss: 2.3017 - acc: 0.0938\u{8}",
      "\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}",
      "\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\r36096/60000 [=================>....",
      "........] - ETA: 6s - loss: 0.3011 - acc: 0.9071"),
    start: "Epoch 1/12",
    progress: TrainingProgress(epoch: 1, totalEpochs: 12, step: 36096, totalSteps: 60000, etaSeconds: 6),
    metrics: ["loss": 0.3011, "acc": 0.9071])

  /// TensorFlow object detection.
  static let tensorFlowDetection = FrameworkSample(
    name: "TensorFlow object detection",
    log: lines(
      "INFO:tensorflow:Step 100 per-step time 18.004s\n",
      "INFO:tensorflow:{'Loss/classification_loss': 0.01028,\n",
      " 'Loss/total_loss': 0.17233,\n",
      " 'learning_rate': 0.0368}\n",
      "INFO:tensorflow:Saving checkpoints for 100 into /out/model.ckpt.\n"),
    start: "INFO:tensorflow:Step 100 per-step time 18.004s",
    progress: TrainingProgress(step: 100),
    metrics: ["Loss/classification_loss": 0.01028, "Loss/total_loss": 0.17233, "learning_rate": 0.0368],
    artifacts: ["/out/model.ckpt"])

  /// TensorFlow estimators.
  static let tensorFlowEstimator = FrameworkSample(
    name: "TensorFlow estimators",
    log: lines(
      "INFO:tensorflow:loss = 2.301, step = 100 (0.512 sec)\n",
      "INFO:tensorflow:global_step/sec: 195.3\n",
      "INFO:tensorflow:Loss for final step: 0.3112.\n"),
    start: "INFO:tensorflow:loss = 2.301, step = 100 (0.512 sec)",
    progress: TrainingProgress(step: 100),
    metrics: ["loss": 2.301],
    endSeen: true)
}
