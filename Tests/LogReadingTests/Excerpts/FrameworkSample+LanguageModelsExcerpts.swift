internal import TrainingModel

extension FrameworkSample {
  /// Trainers of language and image models.
  static let excerptsOfLanguageModels = [
    FrameworkSample(
      name: "torchtitan",
      log: FrameworkSample.lines(
        "[rank0]:[titan] 2025-01-01 10:00:00,123 - root - INFO - Training starts at step ",
        "1, with local batch size 8, global batch size 64, sequence length 8192, total st",
        "eps 1000 (warmup 200)\n",
        "[rank0]:[titan] 2025-01-01 10:00:09,123 - root - INFO - step:  1  loss: 12.2512 ",
        " grad_norm:  1.9512  memory: 26.12GiB(27.51%)  tps: 812  tflops: 12.12  mfu: 1.2",
        "3%\n",
        "[rank0]:[titan] 2025-01-01 10:00:19,123 - root - INFO - step: 10  loss:  9.9124 ",
        " grad_norm:  1.2124  memory: 31.23GiB(32.91%)  tps: 8,432  tflops: 412.31  mfu: ",
        "41.69%\n"),
      start: FrameworkSample.lines(
        "[rank0]:[titan] 2025-01-01 10:00:00,123 - root - INFO - Training starts at step ",
        "1, with local batch size 8, global batch size 64, sequence length 8192, total st",
        "eps 1000 (warmup 200)"),
      progress: TrainingProgress(step: 10),
      metrics: ["loss": 9.9124, "grad_norm": 1.2124]),
    FrameworkSample(
      name: "litgpt",
      log: FrameworkSample.lines(
        "Seed set to 1337\n",
        "Verifying settings ...\n",
        "Epoch 1 | iter 1 step 0 | loss train: 2.812, val: n/a | iter time: 1201.12 ms\n",
        "Epoch 1 | iter 2 step 1 | loss train: 2.712, val: n/a | iter time: 401.12 ms (st",
        "ep)\n"),
      start: "Epoch 1 | iter 1 step 0 | loss train: 2.812, val: n/a | iter time: 1201.12 ms",
      progress: TrainingProgress(epoch: 1),
      metrics: ["loss train": 2.712]),
    FrameworkSample(
      name: "llama2c",
      log: FrameworkSample.lines(
        "step 0: train loss 10.4312, val loss 10.4311\n",
        "0 | loss 10.4312 | lr 0.000000e+00 | 8123.12ms | mfu -100.00%\n",
        "1 | loss 10.4212 | lr 5.000000e-07 | 812.12ms | mfu -100.00%\n",
        "2 | loss 10.3912 | lr 1.000000e-06 | 810.12ms | mfu -100.00%\n"),
      start: "step 0: train loss 10.4312, val loss 10.4311",
      progress: TrainingProgress(step: 2),
      metrics: ["loss": 10.3912, "lr": 1e-06, "val loss": 10.4311]),
    FrameworkSample(
      name: "nanochat",
      log: FrameworkSample.lines(
        "step 00012/21400 (0.06%) | loss: 7.412345 | lrm: 1.00 | dt: 345.12ms | tok/sec: ",
        "1,519,123 | mfu: 48.12 | total time: 0.05m\n",
        "step 00013/21400 (0.06%) | loss: 7.312345 | lrm: 1.00 | dt: 345.12ms | tok/sec: ",
        "1,519,123 | mfu: 48.12 | total time: 0.06m\n"),
      start: FrameworkSample.lines(
        "step 00012/21400 (0.06%) | loss: 7.412345 | lrm: 1.00 | dt: 345.12ms | tok/sec: ",
        "1,519,123 | mfu: 48.12 | total time: 0.05m"),
      progress: TrainingProgress(step: 13, totalSteps: 21400),
      metrics: ["loss": 7.312345]),
    FrameworkSample(
      name: "modded Nano GPT",
      log: FrameworkSample.lines(
        "step:0/1750 val_loss:10.8258 train_time:0ms step_avg:0.02ms\n",
        "step:1/1750 train_time:145ms step_avg:145.12ms\n",
        "step:2/1750 train_time:245ms step_avg:122.12ms\n",
        "step:125/1750 val_loss:4.6312 train_time:45123ms step_avg:360.98ms\n",
        "step:126/1750 train_time:45412ms step_avg:360.41ms\n"),
      start: "step:0/1750 val_loss:10.8258 train_time:0ms step_avg:0.02ms",
      progress: TrainingProgress(step: 126, totalSteps: 1750),
      metrics: ["val_loss": 4.6312]),
    FrameworkSample(
      name: "megatron Core",
      log: FrameworkSample.lines(
        " > building train, validation, and test datasets ...\n",
        " [before the start of training step] datetime: 2024-05-01 10:00:00 \n",
        " [2024-05-01 10:00:30] iteration       10/  500000 | consumed samples:         2",
        "560 | elapsed time per iteration (ms): 1234.5 | throughput per GPU (TFLOP/s/GPU)",
        ": 145.3 | learning rate: 1.200000E-06 | global batch size:   256 | lm loss: 1.08",
        "2134E+01 | loss scale: 1.0 | grad norm: 2.134 | number of skipped iterations:   ",
        "0 | number of nan iterations:   0 |\n",
        " [2024-05-01 10:01:00] iteration       20/  500000 | consumed samples:         5",
        "120 | elapsed time per iteration (ms): 1134.5 | throughput per GPU (TFLOP/s/GPU)",
        ": 155.3 | learning rate: 2.400000E-06 | global batch size:   256 | lm loss: 1.04",
        "2134E+01 | loss scale: 1.0 | grad norm: 2.034 | number of skipped iterations:   ",
        "0 | number of nan iterations:   0 |\n"),
      start: " [before the start of training step] datetime: 2024-05-01 10:00:00 ",
      progress: TrainingProgress(step: 20, totalSteps: 500000),
      metrics: ["lm loss": 10.42134, "grad norm": 2.034, "learning rate": 2.4e-06]),
    FrameworkSample(
      name: "megatron Validation",
      log: FrameworkSample.lines(
        " iteration     1000/  500000 | consumed samples:       256000 | elapsed time per",
        " iteration (ms): 1134.5 | learning rate: 1.200E-04 | global batch size:   256 | ",
        "lm loss: 3.242134E+00 | loss scale: 1.0 | grad norm: 0.834 | number of skipped i",
        "terations:   0 | number of nan iterations:   0 |\n",
        "--------------------------------------------------------------------------------",
        "----------------\n",
        " validation loss at iteration 1000 | lm loss value: 3.312345E+00 | lm loss PPL: ",
        "2.745E+01 | \n",
        "--------------------------------------------------------------------------------",
        "----------------\n",
        "saving checkpoint at iteration    1000 to /data/ckpt in torch_dist format\n",
        "  successfully saved checkpoint from iteration    1000 to /data/ckpt\n"),
      start: FrameworkSample.lines(
        " iteration     1000/  500000 | consumed samples:       256000 | elapsed time per",
        " iteration (ms): 1134.5 | learning rate: 1.200E-04 | global batch size:   256 | ",
        "lm loss: 3.242134E+00 | loss scale: 1.0 | grad norm: 0.834 | number of skipped i",
        "terations:   0 | number of nan iterations:   0 |"),
      progress: TrainingProgress(step: 1000, totalSteps: 500000),
      metrics: ["lm loss": 3.242134, "lm loss value": 3.312345, "lm loss PPL": 27.45],
      artifacts: ["/data/ckpt"]),
    FrameworkSample(
      name: "nemo2",
      log: FrameworkSample.lines(
        "Training epoch 0, iteration 0/99 | lr: 1.499e-07 | global_batch_size: 8 | global",
        "_step: 0 | reduced_train_loss: 11.03 | train_step_timing in s: 7.51\n",
        "Training epoch 0, iteration 1/99 | lr: 2.999e-07 | global_batch_size: 8 | global",
        "_step: 1 | reduced_train_loss: 11.01 | train_step_timing in s: 0.51 | consumed_s",
        "amples: 16\n"),
      start: FrameworkSample.lines(
        "Training epoch 0, iteration 0/99 | lr: 1.499e-07 | global_batch_size: 8 | global",
        "_step: 0 | reduced_train_loss: 11.03 | train_step_timing in s: 7.51"),
      progress: TrainingProgress(epoch: 0, step: 1, totalSteps: 99),
      metrics: ["lr": 2.999e-07, "reduced_train_loss": 11.01]),
    FrameworkSample(
      name: "nemo Bar",
      log: FrameworkSample.lines(
        "Epoch 0: :   1%|          | 100/10000 [02:00<3:18:00, 0.83it/s, v_num=ab12, redu",
        "ced_train_loss=8.120, global_step=99.00, consumed_samples=25600.0, train_step_ti",
        "ming in s=1.210]"),
      start: FrameworkSample.lines(
        "Epoch 0: :   1%|          | 100/10000 [02:00<3:18:00, 0.83it/s, v_num=ab12, redu",
        "ced_train_loss=8.120, global_step=99.00, consumed_samples=25600.0, train_step_ti",
        "ming in s=1.210]"),
      progress: TrainingProgress(epoch: 0, step: 100, totalSteps: 10000, percent: 1, etaSeconds: 11880),
      metrics: ["reduced_train_loss": 8.12]),
    FrameworkSample(
      name: "deepspeed Chat",
      log: FrameworkSample.lines(
        "***** Running training *****\n",
        "***** Evaluating perplexity, Epoch 0/2 *****\n",
        "ppl: 4937.123456, loss: 8.504512\n",
        "Beginning of Epoch 1/2, Total Micro Batches 920\n",
        "[2024-05-01 10:01:00,123] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skip",
        "ped=0, lr=[9.649e-06, 0.0005], mom=[(0.9, 0.95), (0.9, 0.95)]\n",
        "[2024-05-01 10:01:00,123] [INFO] [timer.py:260:stop] epoch=0/micro_step=10/globa",
        "l_step=10, RunningAvgSamplesPerSec=50.1, CurrSamplesPerSec=51.2, MemAllocated=4.",
        "34GB, MaxMemAllocated=12.81GB\n",
        "Model Parameters: 0.331 B, Latency: 0.31s, TFLOPs: 12.1, Samples/sec: 51.2, Time",
        "/seq 0.02s, Batch Size: 16, Sequence Length: 512\n"),
      start: "***** Running training *****",
      progress: TrainingProgress(totalEpochs: 2, step: 10),
      metrics: ["lr": 9.649e-06, "ppl": 4937.123456]),
    FrameworkSample(
      name: "gpt Neo X",
      log: FrameworkSample.lines(
        " samples/sec: 12.412 | iteration      100/  320000 | elapsed time per iteration ",
        "(ms): 10311.2 | learning rate: 1.875E-06 | approx flops per GPU: 50.1TFLOPS | lm",
        "_loss: 9.212345E+00 | loss scale: 4096.0 | number of skipped iterations:  10 | n",
        "umber of nan iterations:   0 |\n"),
      start: FrameworkSample.lines(
        " samples/sec: 12.412 | iteration      100/  320000 | elapsed time per iteration ",
        "(ms): 10311.2 | learning rate: 1.875E-06 | approx flops per GPU: 50.1TFLOPS | lm",
        "_loss: 9.212345E+00 | loss scale: 4096.0 | number of skipped iterations:  10 | n",
        "umber of nan iterations:   0 |"),
      progress: TrainingProgress(step: 100, totalSteps: 320000),
      metrics: ["lm_loss": 9.212345, "learning rate": 1.875e-06]),
    FrameworkSample(
      name: "swift",
      log: FrameworkSample.lines(
        "{'loss': 1.61234, 'token_acc': 0.6712, 'grad_norm': 3.212, 'learning_rate': 1e-0",
        "5, 'memory(GiB)': 18.12, 'train_speed(iter/s)': 0.331, 'epoch': 0.0, 'global_ste",
        "p/max_steps': '1/873', 'percentage': '0.11%', 'elapsed_time': '2s', 'remaining_t",
        "ime': '42m 31s'}\n",
        "Train:   1%|          | 10/873 [00:30<42:00,  3.03s/it]{'loss': 1.51234, 'token_",
        "acc': 0.6812, 'grad_norm': 3.012, 'learning_rate': 1e-05, 'memory(GiB)': 18.12, ",
        "'train_speed(iter/s)': 0.331, 'epoch': 0.01, 'global_step/max_steps': '10/873', ",
        "'percentage': '1.15%', 'elapsed_time': '30s', 'remaining_time': '42m 1s'}\n"),
      start: FrameworkSample.lines(
        "{'loss': 1.61234, 'token_acc': 0.6712, 'grad_norm': 3.212, 'learning_rate': 1e-0",
        "5, 'memory(GiB)': 18.12, 'train_speed(iter/s)': 0.331, 'epoch': 0.0, 'global_ste",
        "p/max_steps': '1/873', 'percentage': '0.11%', 'elapsed_time': '2s', 'remaining_t",
        "ime': '42m 31s'}"),
      progress: TrainingProgress(epoch: 0.01, step: 10, totalSteps: 873),
      metrics: ["loss": 1.51234, "token_acc": 0.6812, "grad_norm": 3.012]),
    FrameworkSample(
      name: "unsloth",
      log: FrameworkSample.lines(
        "🦥 Unsloth: Will patch your computer to enable 2x faster free finetuning.\n",
        "==((====))==  Unsloth - 2x faster free finetuning | Num GPUs used = 1\n",
        "   \\\\   /|    Num examples = 51,760 | Num Epochs = 1 | Total steps = 60\n",
        "O^O/ \\_/ \\    Batch size per device = 2 | Gradient accumulation steps = 4\n",
        "  0%|          | 0/60 [00:00<?, ?it/s]\r",
        "  2%|▏         | 1/60 [00:08<08:40,  8.82s/it]{'loss': 1.8234, 'grad_norm': 0.28",
        "12, 'learning_rate': 4e-05, 'epoch': 0.0}\n",
        "\r",
        "  3%|▎         | 2/60 [00:12<05:40,  5.82s/it]"),
      start: "  0%|          | 0/60 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 0, totalEpochs: 1, step: 2, totalSteps: 60),
      metrics: ["loss": 1.8234, "learning_rate": 4e-05]),
    FrameworkSample(
      name: "torchtune Bar",
      log: FrameworkSample.lines(
        "1|9|Loss: 1.5123:  11%|█▏        | 9/80 [00:27<03:33,  3.00s/it]\r",
        "1|10|Loss: 1.4823:  12%|█▎        | 10/80 [00:30<03:30,  3.00s/it]"),
      start: "1|9|Loss: 1.5123:  11%|█▏        | 9/80 [00:27<03:33,  3.00s/it]",
      progress: TrainingProgress(epoch: 1, step: 10, totalSteps: 80),
      metrics: ["Loss": 1.4823]),
    FrameworkSample(
      name: "open RLHF",
      log: FrameworkSample.lines(
        "Train epoch [1/2]:   0%|          | 0/120 [00:00<?, ?it/s]\r",
        "Train epoch [1/2]:  10%|█         | 12/120 [01:00<09:00,  5.01s/it, policy_loss=",
        "0.0123, actor_lr=1e-6, reward=0.512]"),
      start: "Train epoch [1/2]:   0%|          | 0/120 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 1, totalEpochs: 2, step: 12, totalSteps: 120),
      metrics: ["policy_loss": 0.0123, "reward": 0.512]),
    FrameworkSample(
      name: "verl Ranked",
      log: FrameworkSample.lines(
        "(TaskRunner pid=1234) Training Progress:   0%|          | 0/435 [00:00<?, ?it/s]",
        "\n",
        "(TaskRunner pid=1234) step:1 - global_seqlen/min:12345 - global_seqlen/max:23456",
        " - actor/entropy:0.412 - actor/pg_loss:-0.0123 - critic/score/mean:0.123 - perf/",
        "throughput:1234.5\n",
        "(TaskRunner pid=1234) Training Progress:   0%|          | 1/435 [01:10<8:26:20, ",
        "70.00s/it]\n"),
      start: "(TaskRunner pid=1234) Training Progress:   0%|          | 0/435 [00:00<?, ?it/s]",
      progress: TrainingProgress(step: 1, totalSteps: 435),
      metrics: ["actor/entropy": 0.412, "actor/pg_loss": -0.0123, "critic/score/mean": 0.123]),
    FrameworkSample(
      name: "trl PPO",
      log: FrameworkSample.lines(
        "{'eps': 12, 'objective/kl': 0.0512, 'objective/entropy': 12.1, 'objective/rlhf_r",
        "eward': 0.412, 'objective/scores': 0.4212, 'policy/approxkl_avg': 0.0012, 'loss/",
        "policy_avg': -0.0123, 'loss/value_avg': 0.312, 'val/ratio': 1.0012, 'lr': 2.9e-0",
        "6, 'episode': 64, 'epoch': 0.01}\n"),
      start: FrameworkSample.lines(
        "{'eps': 12, 'objective/kl': 0.0512, 'objective/entropy': 12.1, 'objective/rlhf_r",
        "eward': 0.412, 'objective/scores': 0.4212, 'policy/approxkl_avg': 0.0012, 'loss/",
        "policy_avg': -0.0123, 'loss/value_avg': 0.312, 'val/ratio': 1.0012, 'lr': 2.9e-0",
        "6, 'episode': 64, 'epoch': 0.01}"),
      progress: TrainingProgress(epoch: 0.01),
      metrics: ["objective/kl": 0.0512, "loss/policy_avg": -0.0123, "lr": 2.9e-06]),
    FrameworkSample(
      name: "grpo",
      log: FrameworkSample.lines(
        "  1%|          | 10/1000 [02:00<3:18:00, 12.00s/it]\n",
        "{'loss': '0.0012', 'grad_norm': '0.412', 'learning_rate': '9.9e-07', 'num_tokens",
        "': '41234', 'completions/mean_length': '120.1', 'rewards/accuracy/mean': '0.3125",
        "', 'reward': '0.3125', 'reward_std': '0.2112', 'kl': '0.0004', 'epoch': '0.01'}\n"),
      start: "  1%|          | 10/1000 [02:00<3:18:00, 12.00s/it]",
      progress: TrainingProgress(epoch: 0.01, step: 10, totalSteps: 1000),
      metrics: ["loss": 0.0012, "reward": 0.3125, "kl": 0.0004]),
  ]
}
