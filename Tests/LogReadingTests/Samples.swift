/// Short logs of every form that a rule reads, for tests of all of them at once.
enum Samples {
  /// Where to cut bytes in two: in and around what ends lines and begins control sequences, and everywhere else in turn.
  static func cuts(of bytes: [UInt8]) -> [Int] {
    let marks = Set("\n\r\u{8}\u{1B}".utf8)
    return (0...bytes.count).filter { cut in
      cut % 11 == 0 || bytes[max(0, cut - 1)..<min(bytes.count, cut + 1)].contains(where: marks.contains)
    }
  }

  static let tqdm =
    "Loading data: 100%|██████████| 8/8 [00:00<00:00, 90.1it/s]\n"
    + "\rTrain Epoch 1/2:   0%|          | 0/40 [00:00<?, ?batch/s]"
    + "\rTrain Epoch 1/2:  50%|█████     | 20/40 [00:02<00:02, 9.8batch/s, loss=0.71, lr=0.01]"
    + "\rTrain Epoch 1/2: 100%|██████████| 40/40 [00:04<00:00, 9.9batch/s, loss=0.52, lr=0.01]\n"
    + "Validating: 100%|██████████| 4/4 [00:00<00:00, 20.0it/s]\n"
    + "Model saved to out/best.pt\nTraining complete.\n"
  static let keras =
    "Epoch 1/3\r\n\u{1B}[1m 1/60\u{1B}[0m \u{1B}[37m━━━━━━━━━━\u{1B}[0m \u{1B}[1m12s\u{1B}[0m "
    + "210ms/step - loss: 0.9"
    + "\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\r\u{1B}[1m30/60\u{1B}[0m ━━━━━━━━━━ 6s 200ms/step - loss: 0.6 - "
    + "acc: 0.7"
  static let trainer =
    "***** Running training *****\n  Num Epochs = 3\n  0%|          | 0/90 [00:00<?, ?it/s]"
    + "\r 33%|███▎      | 30/90 [00:10<00:20, 3.0it/s]\n"
    + "{'loss': '1.25', 'grad_norm': 0.5, 'learning_rate': '4e-05', 'epoch': '1.0'}\n"
    + "\r  0%|          | 0/12 [00:00<?, ?it/s]\r100%|██████████| 12/12 [00:01<00:00, 9.0it/s]\n"
  static let events = #"""
    __event__{"event":"training_start","total_epochs":4}__event__
    {"event":"stage","name":"pretrain","index":1,"total":2}
    50%|#__event__{"event":"epoch_train","epoch":2,"total_epochs":4,"metrics":{"loss":0.25}}__event__
    {"event":"epoch_valid","metrics":{"psnr":31.5}}
    {"event":"checkpoint","path":"ckpt/2.pt"}
    {"event":"training_error","error_type":"ValueError","error_message":"bad","phase":"train"}
    {"event":"training_end"}

    """#
  /// Numbers that are none, control characters inside text, a path that comes twice.
  static let odd = #"""
    {"event":"training_start","epoch":"NaN","total_epochs":1e300}
    {"event":"epoch_train","step":3,"metrics":{"loss":"nan","low":"-inf","high":"inf","tiny":1e-310}}
    {"event":"artifact","path":"a\u0000b/ü\ud83d\ude82.pt"}
    {"event":"artifact","path":"a\u0000b/ü\ud83d\ude82.pt"}
    {"event":"training_error","traceback":"a\nb\t\u001b[1m\"c\"\\"}
    {"event":"epoch_train","step":9007199254740993,"eta_s":0.1}

    """#
  static let boosting = "[0]\ttrain-auc:0.71\tvalid-auc:0.69\n[10]\ttrain-auc:0.91\tvalid-auc:0.84\n"
  static let yolo =
    "Starting training for 20 epochs...\n      Epoch    GPU_mem   box_loss   cls_loss  Instances       Size\n"
    + "       0/19      2.31G      1.205      2.417         14        640:  25%|██▌       | 5/20 "
    + "[00:02<00:06,  2.4it/s]\n"
  static let ranks = "[rank0] Epoch 2 | Batch 10/50 | Loss: 0.61\n[rank1] Epoch 2 | Batch 10/50 | Loss: 0.62"

  static let table =
    "      Iter       Train Loss      OOB Improve   Remaining Time \n         1           0.9000           0.2000"
    + "            1.30s\n         2           0.8000           0.1000            1.10s\n"
  static let frame =
    "| rollout/           |      |\n|    ep_rew_mean     | 21.5 |\n| time/  |     |\n"
    + "|    total_timesteps | 2048 |\n"

  static let evaluation =
    "***** Running training *****\n 50%|█████     | 25/50 [00:01<00:01, 9.0it/s]\n"
    + "***** Running Evaluation *****\n 50%|█████     | 10/50 [00:01<00:01, 9.0it/s, acc=0.5]\n"

  static let all =
    [evaluation, table, frame, tqdm, keras, trainer, events, boosting, yolo, ranks]
    + FrameworkSample.all.map(\.log)
}
