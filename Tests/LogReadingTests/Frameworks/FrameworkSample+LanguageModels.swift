internal import TrainingModel

extension FrameworkSample {
  /// Fairseq.
  static let fairseq = FrameworkSample(
    name: "fairseq",
    log: lines(
      "2024-05-01 10:00:00 | INFO | fairseq.trainer | begin training epoch 1\n",
      "2024-05-01 10:00:01 | INFO | fairseq_cli.train | Start iterating over samples\n",
      "2024-05-01 10:00:09 | INFO | train_inner | epoch 001:     85 / 282 loss=5.152, nll_loss=4.24",
      "1, ppl=18.81, wps=133152, ups=2.2, wpb=60468, bsz=2177.2, num_updates=85, lr=0.000378, gnorm",
      "=0.413, clip=0, train_wall=45, wall=0\n",
      "2024-05-01 10:01:00 | INFO | valid | epoch 001 | valid on 'valid' subset | loss 4.5 | nll_lo",
      "ss 3.9 | ppl 14.9 | wps 300000 | num_updates 282\n",
      "2024-05-01 10:01:01 | INFO | fairseq_cli.train | early stop since valid performance hasn't i",
      "mproved for last 1 runs\n",
      "2024-05-01 10:01:02 | INFO | fairseq_cli.train | done training in 61.4 seconds\n"),
    start: "2024-05-01 10:00:00 | INFO | fairseq.trainer | begin training epoch 1",
    progress: TrainingProgress(epoch: 1, step: 85, totalSteps: 282),
    metrics: ["loss": 4.5, "ppl": 14.9, "lr": 0.000378],
    endSeen: true,
    stopsEarly: true)

  /// Fairseq with --log-format json.
  static let fairseqJSON = FrameworkSample(
    name: "fairseq with --log-format json",
    log: lines(
      "2024-05-01 10:00:09 | INFO | train_inner | {\"epoch\": 2, \"update\": 1.3, \"loss\": \"5.139",
      "\", \"ppl\": \"35.2\", \"lr\": \"0.0001\", \"num_updates\": \"365\"}\n"),
    start: "2024-05-01 10:00:09 | INFO | train_inner | {\"epoch\": 2, \"update\": 1.3, \"loss\": \"5.139"
      + "\", \"ppl\": \"35.2\", \"lr\": \"0.0001\", \"num_updates\": \"365\"}",
    progress: TrainingProgress(epoch: 2),
    metrics: ["loss": 5.139, "ppl": 35.2, "lr": 0.0001])

  /// Megatron-LM.
  static let megatron = FrameworkSample(
    name: "Megatron-LM",
    log: lines(
      "[before the start of training step] datetime: 2024-05-01 10:00:00 \n",
      " [2024-05-01 10:00:09] iteration        3/    1000 | consumed samples:           48 | elapse",
      "d time per iteration (ms): 500.1 | learning rate: 1.000000E-05 | global batch size:    16 | ",
      "lm loss: 1.074639E+01 | loss scale: 1.0 | grad norm: 3.233 | number of skipped iterations:  ",
      " 0 | number of nan iterations:   0 |\n",
      "  successfully saved checkpoint from iteration       3 to /ckpt/run\n",
      "[after training is done] datetime: 2024-05-01 10:01:00\n"),
    start: "[before the start of training step] datetime: 2024-05-01 10:00:00 ",
    progress: TrainingProgress(step: 3, totalSteps: 1000),
    metrics: ["lm loss": 10.74639, "learning rate": 1e-05, "grad norm": 3.233],
    artifacts: ["/ckpt/run"],
    endSeen: true)

  /// DeepSpeed without a trainer.
  static let deepSpeed = FrameworkSample(
    name: "DeepSpeed without a trainer",
    log: lines(
      "[2024-05-01 10:00:00,722] [INFO] [logging.py:107:log_dist] [Rank 0] step=50, skipped=2, lr=[",
      "1e-05], mom=[[0.8, 0.922]]\n",
      "[2024-05-01 10:00:00,723] [INFO] [timer.py:264:stop] epoch=1/micro_step=50/global_step=50, R",
      "unningAvgSamplesPerSec=7.2, CurrSamplesPerSec=7.3, MemAllocated=12.99GB, MaxMemAllocated=27.",
      "45GB\n"),
    start: "[2024-05-01 10:00:00,722] [INFO] [logging.py:107:log_dist] [Rank 0] step=50, skipped=2, lr=["
      + "1e-05], mom=[[0.8, 0.922]]",
    progress: TrainingProgress(epoch: 1, step: 50),
    metrics: ["lr": 1e-05])

  /// NanoGPT.
  static let nanoGPT = FrameworkSample(
    name: "nanoGPT",
    log: lines(
      "step 0: train loss 10.9898, val loss 10.9901\n",
      "iter 0: loss 10.9801, time 900.12ms, mfu -100.00%\n",
      "iter 10: loss 9.1201, time 91.12ms, mfu 12.01%\n",
      "step 250: train loss 2.4431, val loss 2.4871\n",
      "saving checkpoint to out-shakespeare\n"),
    start: "step 0: train loss 10.9898, val loss 10.9901",
    progress: TrainingProgress(step: 250),
    metrics: ["loss": 9.1201, "train loss": 2.4431, "val loss": 2.4871],
    artifacts: ["out-shakespeare"])

  /// Llm.c.
  static let llmC = FrameworkSample(
    name: "llm.c",
    log: lines(
      "| overfit_single_batch | 0 |\n",
      "val loss 11.055376\n",
      "step    1/20 | loss 11.054571 (+nanz)| norm 22.1636 (+nanz)| lr 8.57e-07 | 2492.46 ms | 40.3",
      "% bf16 MFU | 210350 tok/s\n"),
    start: "step    1/20 | loss 11.054571 (+nanz)| norm 22.1636 (+nanz)| lr 8.57e-07 | 2492.46 ms | 40.3"
      + "% bf16 MFU | 210350 tok/s",
    progress: TrainingProgress(step: 1, totalSteps: 20),
    metrics: ["loss": 11.054571, "norm": 22.1636, "lr": 8.57e-07, "val loss": 11.055376])

  /// Torchtune.
  static let torchtune = FrameworkSample(
    name: "torchtune",
    log: lines(
      "1|4|Loss: 1.4012:  20%|██        | 4/20 [00:04<00:16,  1.00s/it]\r1|5|Loss: 1.3012:  25%|██▌",
      "       | 5/20 [00:05<00:15,  1.00s/it]"),
    start: "1|4|Loss: 1.4012:  20%|██        | 4/20 [00:04<00:16,  1.00s/it]",
    progress: TrainingProgress(epoch: 1, step: 5, totalSteps: 20, etaSeconds: 15),
    metrics: ["Loss": 1.3012])

  /// Torchtune, its bars put together by a terminal.
  static let torchtunePlain = FrameworkSample(
    name: "torchtune, its bars put together by a terminal",
    log: lines(
      "1|1|Loss: 2.642036    1|2|Loss: 3.045081    1|3|Loss: 2.085510\n"),
    start: "1|1|Loss: 2.642036    1|2|Loss: 3.045081    1|3|Loss: 2.085510",
    progress: TrainingProgress(epoch: 1, step: 3),
    metrics: ["Loss": 2.08551])

  /// MaxText.
  static let maxText = FrameworkSample(
    name: "MaxText",
    log: lines(
      "completed step: 0, seconds: 44.945, TFLOP/s/device: 17.044, Tokens/s/device: 1094.142, total",
      "_weights: 196608, loss: 12.051\n",
      "completed step: 3, seconds: 5.404, TFLOP/s/device: 141.564, Tokens/s/device: 9098.112, total",
      "_weights: 196608, loss: 11.392\n"),
    start: "completed step: 0, seconds: 44.945, TFLOP/s/device: 17.044, Tokens/s/device: 1094.142, total"
      + "_weights: 196608, loss: 12.051",
    progress: TrainingProgress(step: 3),
    metrics: ["loss": 11.392])

  /// OLMo: results indented below their step.
  static let olmo = FrameworkSample(
    name: "OLMo: results indented below their step",
    log: lines(
      "2024-05-01T10:00:00Z INFO  [olmo.train:912] [step=10/10000,epoch=0]\n",
      "    optim/total_grad_norm=1.2012\n",
      "    train/CrossEntropyLoss=11.212\n",
      "    train/Perplexity=80,012\n",
      "    throughput/total_tokens=41,943,040\n",
      "2024-05-01T10:00:01Z INFO  [olmo.train:100] Loading\n"),
    start: "2024-05-01T10:00:00Z INFO  [olmo.train:912] [step=10/10000,epoch=0]",
    progress: TrainingProgress(epoch: 0, step: 10, totalSteps: 10000),
    metrics: ["train/CrossEntropyLoss": 11.212, "train/Perplexity": 80012, "optim/total_grad_norm": 1.2012])

  /// Verl.
  static let verl = FrameworkSample(
    name: "verl",
    log: lines(
      "(TaskRunner pid=4112) \rTraining Progress:   0%|          | 0/435 [00:00<?, ?it/s]\n",
      "(TaskRunner pid=4112) step:1 - global_seqlen/min:40112.000 - actor/entropy_loss:0.412 - acto",
      "r/pg_loss:-0.011 - critic/score/mean:0.512 - training/epoch:0.000\n",
      "(TaskRunner pid=4112) \rTraining Progress:   0%|          | 1/435 [01:00<7:14:00, 60.00s/it]",
      "\n"),
    start: "Training Progress:   0%|          | 0/435 [00:00<?, ?it/s]",
    progress: TrainingProgress(step: 1, totalSteps: 435),
    metrics: ["actor/entropy_loss": 0.412, "actor/pg_loss": -0.011, "critic/score/mean": 0.512])
}
