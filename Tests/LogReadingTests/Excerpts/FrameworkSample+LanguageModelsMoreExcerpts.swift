internal import TrainingModel

extension FrameworkSample {
  /// Trainers of language and image models, continued.
  static let excerptsOfLanguageModelsMore = [
    FrameworkSample(
      name: "levanter",
      log: FrameworkSample.lines(
        "2024-05-01T10:00:00 - 0 - levanter.trainer - trainer.py:412 - INFO :: Starting t",
        "raining\n",
        "2024-05-01T10:00:30 - 0 - absl - tqdm_logging.py:141 - INFO :: Progress on:train",
        " 10.0it/10.0kit rate:1.2s/it remaining:3:19:48 elapsed:00:30 postfix:loss=9.812\n"),
      start: FrameworkSample.lines(
        "2024-05-01T10:00:00 - 0 - levanter.trainer - trainer.py:412 - INFO :: Starting t",
        "raining"),
      progress: TrainingProgress(step: 10, totalSteps: 10000, etaSeconds: 11988),
      metrics: ["loss": 9.812]),
    FrameworkSample(
      name: "fairseq Tqdm",
      log: FrameworkSample.lines(
        "epoch 001:   0%|          | 0/345 [00:00<?, ?it/s]\r",
        "epoch 001:  10%|▉         | 34/345 [00:20<03:11,  1.63it/s, loss=8.212, ppl=296.",
        "55, wps=12034, ups=1.63, wpb=3712.1, num_updates=34, lr=4.3e-06, gnorm=2.112]"),
      start: "epoch 001:   0%|          | 0/345 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 1, step: 34, totalSteps: 345, percent: 10, etaSeconds: 191),
      metrics: ["loss": 8.212, "ppl": 296.55, "lr": 4.3e-06, "gnorm": 2.112]),
    FrameworkSample(
      name: "fairseq Old",
      log: FrameworkSample.lines(
        "| epoch 001:    100 / 1345 loss=12.312, nll_loss=12.112, ppl=4426.12, wps=31234,",
        " ups=8, wpb=3512.1, bsz=120.3, num_updates=101, lr=1.27e-05, gnorm=2.112, clip=0",
        ".000, oom=0.000, wall=15, train_wall=12\n",
        "| epoch 001 | loss 9.312 | nll_loss 9.012 | ppl 516.12 | wps 31234 | ups 8 | wpb",
        " 3512.1 | bsz 120.3 | num_updates 1345 | lr 0.000168 | gnorm 1.512 | clip 0.000 ",
        "| oom 0.000 | wall 172 | train_wall 165\n",
        "| epoch 001 | valid on 'valid' subset | loss 8.312 | nll_loss 7.912 | ppl 240.83",
        " | num_updates 1345\n",
        "| saved checkpoint checkpoints/checkpoint1.pt (epoch 1 @ 1345 updates) (writing ",
        "took 2.12 seconds)\n"),
      start: FrameworkSample.lines(
        "| epoch 001:    100 / 1345 loss=12.312, nll_loss=12.112, ppl=4426.12, wps=31234,",
        " ups=8, wpb=3512.1, bsz=120.3, num_updates=101, lr=1.27e-05, gnorm=2.112, clip=0",
        ".000, oom=0.000, wall=15, train_wall=12"),
      progress: TrainingProgress(epoch: 1, step: 100, totalSteps: 1345),
      metrics: ["lr": 0.000168, "gnorm": 1.512],
      artifacts: ["checkpoints/checkpoint1.pt"]),
    FrameworkSample(
      name: "ai Toolkit",
      log: FrameworkSample.lines(
        "my_first_lora:   0%|          | 0/2000 [00:00<?, ?it/s]\n",
        "my_first_lora:  10%|█         | 200/2000 [05:00<45:00,  1.50s/it, lr: 1.0e-04 lo",
        "ss: 3.112e-01]"),
      start: FrameworkSample.lines(
        "my_first_lora:  10%|█         | 200/2000 [05:00<45:00,  1.50s/it, lr: 1.0e-04 lo",
        "ss: 3.112e-01]"),
      progress: TrainingProgress(step: 200, totalSteps: 2000),
      metrics: ["loss": 0.3112, "lr": 0.0001]),
    FrameworkSample(
      name: "sd Finetune",
      log: FrameworkSample.lines(
        "Epoch 0:  10%|█         | 12/120 [00:30<04:30,  2.50s/it, loss=0.0512, v_num=0, ",
        "train/loss_simple_step=0.0412, train/loss_vlb_step=0.000212, global_step=11.00, ",
        "lr_abs=1e-4]"),
      start: FrameworkSample.lines(
        "Epoch 0:  10%|█         | 12/120 [00:30<04:30,  2.50s/it, loss=0.0512, v_num=0, ",
        "train/loss_simple_step=0.0412, train/loss_vlb_step=0.000212, global_step=11.00, ",
        "lr_abs=1e-4]"),
      progress: TrainingProgress(epoch: 0, step: 12, totalSteps: 120),
      metrics: ["loss": 0.0512, "train/loss_simple_step": 0.0412]),
    FrameworkSample(
      name: "dreambooth",
      log: FrameworkSample.lines(
        "05/01/2024 10:00:00 - INFO - __main__ - ***** Running training *****\n",
        "05/01/2024 10:00:00 - INFO - __main__ -   Num Epochs = 100\n",
        "05/01/2024 10:00:00 - INFO - __main__ -   Total optimization steps = 500\n",
        "Steps:   0%|          | 0/500 [00:00<?, ?it/s]\r",
        "Steps:   2%|▏         | 10/500 [00:12<09:45,  1.20s/it, loss=0.0512, lr=5e-6]05/",
        "01/2024 10:00:13 - INFO - accelerate.accelerator - Saving current state to sd-mo",
        "del/checkpoint-10\n"),
      start: "05/01/2024 10:00:00 - INFO - __main__ - ***** Running training *****",
      progress: TrainingProgress(totalEpochs: 100, step: 10, totalSteps: 500),
      metrics: ["loss": 0.0512, "lr": 5e-06],
      artifacts: ["sd-model/checkpoint-10"]),
    FrameworkSample(
      name: "resume HF",
      log: FrameworkSample.lines(
        "***** Running training *****\n",
        "  Num examples = 1,000\n",
        "  Num Epochs = 3\n",
        "  Total optimization steps = 375\n",
        "  Continuing training from checkpoint, will skip to saved global_step\n",
        "  Continuing training from epoch 1\n",
        "  Continuing training from global step 200\n",
        "  0%|          | 0/375 [00:00<?, ?it/s]\r",
        " 54%|█████▎    | 201/375 [00:01<00:00, 190.1it/s]\r",
        " 56%|█████▌    | 210/375 [00:12<00:50,  3.3it/s]"),
      start: "***** Running training *****",
      progress: TrainingProgress(totalEpochs: 3, step: 210, totalSteps: 375)),
    FrameworkSample(
      name: "gluonts",
      log: FrameworkSample.lines(
        "  0%|          | 0/50 [00:00<?, ?it/s]\r",
        "100%|██████████| 50/50 [00:05<00:00,  9.12it/s, epoch=1/5, avg_epoch_loss=4.21]\n",
        "100%|██████████| 50/50 [00:05<00:00,  9.12it/s, epoch=2/5, avg_epoch_loss=3.81]\n",
        " 40%|████      | 20/50 [00:02<00:03,  9.12it/s, epoch=3/5, avg_epoch_loss=3.71]"),
      start: "  0%|          | 0/50 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 3, totalEpochs: 5, step: 20, totalSteps: 50),
      metrics: ["avg_epoch_loss": 3.71]),
  ]
}
