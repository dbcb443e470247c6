internal import TrainingModel

extension FrameworkSample {
  /// Research codes and tools around PyTorch.
  static let excerptsOfResearch = [
    FrameworkSample(
      name: "pytorch Quickstart",
      log: FrameworkSample.lines(
        "Using cpu device\n",
        "Epoch 3\n",
        "-------------------------------\n",
        "loss: 1.912204  [   64/60000]\n",
        "loss: 1.843117  [ 6464/60000]\n",
        "loss: 1.877301  [12864/60000]\n",
        "Test Error: \n",
        " Accuracy: 58.3%, Avg loss: 1.884219 \n",
        "\n",
        "Epoch 4\n",
        "-------------------------------\n",
        "loss: 1.741102  [   64/60000]\n",
        "loss: 1.688314  [ 6464/60000]\n"),
      start: "Epoch 3",
      progress: TrainingProgress(epoch: 4),
      metrics: ["loss": 1.688314, "Accuracy": 58.3, "Avg loss": 1.884219]),
    FrameworkSample(
      name: "cifar Tutorial",
      log: FrameworkSample.lines(
        "Files already downloaded and verified\n",
        "[1,  2000] loss: 2.201\n",
        "[1,  4000] loss: 1.843\n",
        "[2,  2000] loss: 1.412\n"),
      start: "[1,  2000] loss: 2.201",
      progress: TrainingProgress(epoch: 2, step: 2000),
      metrics: ["loss": 1.412]),
    FrameworkSample(
      name: "word Language Model",
      log: FrameworkSample.lines(
        "| epoch   3 |   400/ 2983 batches | lr 20.00 | ms/batch 11.34 | loss  5.21 | ppl",
        "   183.09\n",
        "| epoch   3 |   600/ 2983 batches | lr 20.00 | ms/batch 11.30 | loss  5.11 | ppl",
        "   165.67\n"),
      start: FrameworkSample.lines(
        "| epoch   3 |   400/ 2983 batches | lr 20.00 | ms/batch 11.34 | loss  5.21 | ppl",
        "   183.09"),
      progress: TrainingProgress(epoch: 3, step: 600, totalSteps: 2983),
      metrics: ["lr": 20, "loss": 5.11, "ppl": 165.67]),
    FrameworkSample(
      name: "word Language Model End",
      log: FrameworkSample.lines(
        "| epoch   1 |  2800/ 2983 batches | lr 20.00 | ms/batch 11.34 | loss  6.02 | ppl",
        "   411.58\n",
        "--------------------------------------------------------------------------------",
        "---------\n",
        "| end of epoch   1 | time: 39.40s | valid loss  5.93 | valid ppl   376.15\n",
        "--------------------------------------------------------------------------------",
        "---------\n"),
      start: FrameworkSample.lines(
        "| epoch   1 |  2800/ 2983 batches | lr 20.00 | ms/batch 11.34 | loss  6.02 | ppl",
        "   411.58"),
      progress: TrainingProgress(epoch: 1, step: 2800, totalSteps: 2983),
      metrics: ["valid loss": 5.93, "valid ppl": 376.15, "loss": 6.02]),
    FrameworkSample(
      name: "annotated Transformer",
      log: FrameworkSample.lines(
        "[GPU0] Epoch 0 Training ====\n",
        "Epoch Step:      1 | Accumulation Step:   1 | Loss:   7.62 | Tokens / Sec:  2730",
        ".5 | Learning Rate: 5.4e-07\n",
        "Epoch Step:     41 | Accumulation Step:   5 | Loss:   7.41 | Tokens / Sec:  2931",
        ".1 | Learning Rate: 1.1e-05\n"),
      start: "[GPU0] Epoch 0 Training ====",
      progress: TrainingProgress(step: 41),
      metrics: ["Loss": 7.41, "Learning Rate": 1.1e-05]),
    FrameworkSample(
      name: "dcgan",
      log: FrameworkSample.lines(
        "Starting Training Loop...\n",
        "[0/5][0/1583]\tLoss_D: 1.7410\tLoss_G: 4.8712\tD(x): 0.5210\tD(G(z)): 0.5811 / 0.010",
        "2\n",
        "[0/5][50/1583]\tLoss_D: 0.2312\tLoss_G: 19.0210\tD(x): 0.8721\tD(G(z)): 0.0210 / 0.0",
        "001\n"),
      start: "Starting Training Loop...",
      progress: TrainingProgress(epoch: 0, totalEpochs: 5, step: 50, totalSteps: 1583),
      metrics: ["Loss_D": 0.2312, "Loss_G": 19.021]),
    FrameworkSample(
      name: "pytorch GAN",
      log: FrameworkSample.lines(
        "[Epoch 0/200] [Batch 936/938] [D loss: 0.312410] [G loss: 1.210987]\n",
        "[Epoch 0/200] [Batch 937/938] [D loss: 0.298811] [G loss: 1.221134]\n",
        "[Epoch 1/200] [Batch 0/938] [D loss: 0.301277] [G loss: 1.100212]\n"),
      start: "[Epoch 0/200] [Batch 936/938] [D loss: 0.312410] [G loss: 1.210987]",
      progress: TrainingProgress(epoch: 1, totalEpochs: 200, step: 0, totalSteps: 938),
      metrics: ["D loss": 0.301277, "G loss": 1.100212]),
    FrameworkSample(
      name: "open NMT",
      log: FrameworkSample.lines(
        "[2024-05-01 10:00:05,120 INFO] Starting training on GPU: [0]\n",
        "[2024-05-01 10:00:05,121 INFO] Start training loop and validate every 10000 step",
        "s...\n",
        "[2024-05-01 10:00:45,121 INFO] Step 50/100000; acc: 5.5; ppl: 9123.2; xent: 9.1;",
        " lr: 0.00001; sents: 3200; bsz: 1800/1700/32; 3456/3210 tok/s;     40 sec;\n",
        "[2024-05-01 10:01:25,121 INFO] Step 100/100000; acc: 8.1; ppl: 2980.9; xent: 8.0",
        "; lr: 0.00001; sents: 3190; bsz: 1800/1700/32; 3456/3210 tok/s;     80 sec;\n"),
      start: "[2024-05-01 10:00:05,120 INFO] Starting training on GPU: [0]",
      progress: TrainingProgress(step: 100, totalSteps: 100000),
      metrics: ["acc": 8.1, "ppl": 2980.9, "xent": 8]),
    FrameworkSample(
      name: "cyclegan Mid",
      log: FrameworkSample.lines(
        "learning rate 0.0002000 -> 0.0002000\n",
        "(epoch: 3, iters: 300, time: 0.121, data: 0.203) D_A: 0.212 G_A: 0.410 cycle_A: ",
        "1.210 idt_A: 0.512\n",
        "(epoch: 3, iters: 400, time: 0.123, data: 0.002) D_A: 0.198 G_A: 0.431 cycle_A: ",
        "1.150 idt_A: 0.498\n",
        "saving the latest model (epoch 3, total_iters 5000)\n",
        "End of epoch 3 / 200 \t Time Taken: 120 sec\n"),
      start: FrameworkSample.lines(
        "(epoch: 3, iters: 300, time: 0.121, data: 0.203) D_A: 0.212 G_A: 0.410 cycle_A: ",
        "1.210 idt_A: 0.512"),
      progress: TrainingProgress(epoch: 3, totalEpochs: 200, step: 400),
      metrics: ["D_A": 0.198, "G_A": 0.431, "cycle_A": 1.15, "idt_A": 0.498]),
    FrameworkSample(
      name: "ignite",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,100 ignite.engine.engine.Engine INFO: Engine run starting wi",
        "th max_epochs=10.\n",
        "Epoch[1] Iteration[100/938] Loss: 0.52\n",
        "Epoch[1] Iteration[200/938] Loss: 0.41\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00,100 ignite.engine.engine.Engine INFO: Engine run starting wi",
        "th max_epochs=10."),
      progress: TrainingProgress(epoch: 1, step: 200, totalSteps: 938),
      metrics: ["Loss": 0.41]),
    FrameworkSample(
      name: "catalyst",
      log: FrameworkSample.lines(
        "1/3 * Epoch (train): 100%|██████████| 938/938 [00:10<00:00, 90.12it/s, accuracy0",
        "1=0.906, loss=0.213, lr=0.020]\n",
        "train (1/3) accuracy01: 0.9012 | loss: 0.3312 | lr: 0.0200\n",
        "valid (1/3) accuracy01: 0.9412 | loss: 0.2012 | lr: 0.0200\n",
        "2/3 * Epoch (train):  10%|█         | 94/938 [00:01<00:09, 90.12it/s, accuracy01",
        "=0.938, loss=0.193, lr=0.020]"),
      start: FrameworkSample.lines(
        "1/3 * Epoch (train): 100%|██████████| 938/938 [00:10<00:00, 90.12it/s, accuracy0",
        "1=0.906, loss=0.213, lr=0.020]"),
      progress: TrainingProgress(epoch: 2, totalEpochs: 3, step: 94, totalSteps: 938),
      metrics: ["accuracy01": 0.938, "loss": 0.193]),
    FrameworkSample(
      name: "composer",
      log: FrameworkSample.lines(
        "train          Epoch   0:    0%|                         | 0/938 [00:00<?, ?ba/s",
        "]\r",
        "train          Epoch   0:   10%|██▌                      | 95/938 [00:05<00:48, ",
        "17.31ba/s, loss/train/total=0.4123]"),
      start: FrameworkSample.lines(
        "train          Epoch   0:    0%|                         | 0/938 [00:00<?, ?ba/s",
        "]"),
      progress: TrainingProgress(epoch: 0, step: 95, totalSteps: 938),
      metrics: ["loss/train/total": 0.4123]),
    FrameworkSample(
      name: "composer Console",
      log: FrameworkSample.lines(
        "[batch=10/4800]:\n",
        "\t Train time/epoch: 0\n",
        "\t Train time/batch: 9\n",
        "\t Train loss/train/total: 11.8123\n",
        "\t Train metrics/train/LanguagePerplexity: 135123.1\n",
        "[batch=20/4800]:\n",
        "\t Train time/epoch: 0\n",
        "\t Train time/batch: 19\n",
        "\t Train loss/train/total: 10.1123\n",
        "\t Train metrics/train/LanguagePerplexity: 24123.1\n"),
      start: "[batch=10/4800]:",
      progress: TrainingProgress(step: 20, totalSteps: 4800),
      metrics: ["Train loss/train/total": 10.1123]),
    FrameworkSample(
      name: "monai",
      log: FrameworkSample.lines(
        "----------\n",
        "epoch 2/600\n",
        "1/20, train_loss: 0.5713\n",
        "2/20, train_loss: 0.5512\n",
        "3/20, train_loss: 0.5912\n",
        "epoch 2 average loss: 0.5711\n",
        "saved new best metric model\n",
        "current epoch: 2 current mean dice: 0.4121 best mean dice: 0.4121 at epoch: 2\n",
        "----------\n",
        "epoch 3/600\n",
        "1/20, train_loss: 0.5013\n",
        "2/20, train_loss: 0.5112\n"),
      start: "epoch 2/600",
      progress: TrainingProgress(epoch: 3, totalEpochs: 600, step: 2, totalSteps: 20),
      metrics: ["train_loss": 0.5112, "average loss": 0.5711, "current mean dice": 0.4121]),
    FrameworkSample(
      name: "smp",
      log: FrameworkSample.lines(
        "\n",
        "Epoch: 3\n",
        "train: 100%|██████████| 46/46 [00:30<00:00,  1.51it/s, dice_loss - 0.2012, iou_s",
        "core - 0.7123]\n",
        "valid: 100%|██████████| 101/101 [00:11<00:00,  9.01it/s, dice_loss - 0.1812, iou",
        "_score - 0.7412]\n",
        "\n",
        "Epoch: 4\n",
        "train:  50%|█████     | 23/46 [00:15<00:15,  1.51it/s, dice_loss - 0.1912, iou_s",
        "core - 0.7223]"),
      start: "Epoch: 3",
      progress: TrainingProgress(epoch: 4, step: 23, totalSteps: 46),
      metrics: ["dice_loss": 0.1912, "iou_score": 0.7223]),
    FrameworkSample(
      name: "detr",
      log: FrameworkSample.lines(
        "Start training\n",
        "Epoch: [0]  [   0/7393]  eta: 4:32:11  lr: 0.000100  class_error: 94.12  loss: 4",
        "2.1123 (42.1123)  loss_ce: 4.3312 (4.3312)  time: 2.2091  data: 0.9012  max mem:",
        " 4512\n",
        "Epoch: [0]  [  10/7393]  eta: 2:12:11  lr: 0.000100  class_error: 92.12  loss: 3",
        "8.1123 (40.1123)  loss_ce: 4.1312 (4.2312)  time: 1.0791  data: 0.1012  max mem:",
        " 5512\n"),
      start: "Start training",
      progress: TrainingProgress(epoch: 0, step: 10, totalSteps: 7393, etaSeconds: 7931),
      metrics: ["lr": 0.0001, "class_error": 92.12, "loss": 38.1123, "loss_ce": 4.1312]),
    FrameworkSample(
      name: "open CLIP",
      log: FrameworkSample.lines(
        "2024-05-01,10:00:00 | INFO | Start epoch 0\n",
        "2024-05-01,10:00:09 | INFO | Train Epoch: 0 [   1024/1000000 (0%)] Data (t): 3.1",
        "12 Batch (t): 8.912, 114.9/s, 114.9/s/gpu LR: 0.000001 Logit Scale: 14.286 Contr",
        "astive_loss: 6.9512 (6.9512) Loss: 6.9512 (6.9512)\n",
        "2024-05-01,10:01:09 | INFO | Train Epoch: 0 [ 103424/1000000 (10%)] Data (t): 0.",
        "112 Batch (t): 0.612, 1673.2/s, 1673.2/s/gpu LR: 0.000050 Logit Scale: 14.281 Co",
        "ntrastive_loss: 6.1512 (6.5512) Loss: 6.1512 (6.5512)\n"),
      start: "2024-05-01,10:00:00 | INFO | Start epoch 0",
      progress: TrainingProgress(epoch: 0),
      metrics: ["LR": 5e-05, "Loss": 6.1512]),
    FrameworkSample(
      name: "dinov2",
      log: FrameworkSample.lines(
        "I20240501 10:00:00 12 dinov2 train.py:212] Starting training from iteration 0\n",
        "I20240501 10:00:20 12 dinov2 helpers.py:102] Training  [     0/125000]  eta: 28 ",
        "days, 2:12:11  lr: 0.0000 (0.0000)  wd: 0.0400 (0.0400)  total_loss: 13.1123 (13",
        ".1123)  time: 19.412  data: 8.12  max mem: 12345\n",
        "I20240501 10:00:40 12 dinov2 helpers.py:102] Training  [    10/125000]  eta: 2 d",
        "ays, 2:12:11  lr: 0.0000 (0.0000)  wd: 0.0400 (0.0400)  total_loss: 12.9123 (13.",
        "0123)  time: 1.412  data: 0.82  max mem: 12345\n"),
      start: "I20240501 10:00:00 12 dinov2 train.py:212] Starting training from iteration 0",
      progress: TrainingProgress(step: 10, totalSteps: 125000, etaSeconds: 180731),
      metrics: ["total_loss": 12.9123]),
  ]
}
