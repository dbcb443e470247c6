extension FrameworkSample {
  /// What looks alike and is no training, continued.
  static let excerptsOfNoTrainingMore = [
    FrameworkSample(
      name: "Nn Plan",
      log: FrameworkSample.lines(
        "Fingerprint extraction...\n",
        "Dataset001\n",
        "Using <class 'nnunetv2.imageio.simpleitk_reader_writer.SimpleITKIO'> as reader/w",
        "riter\n",
        "  0%|          | 0/20 [00:00<?, ?it/s]\r",
        " 50%|█████     | 10/20 [00:05<00:05,  2.01it/s]\n",
        "Experiment planning...\n",
        "Plans were saved to /data/nnUNetPlans.json\n",
        "Preprocessing...\n"),
      artifacts: ["/data/nnUNetPlans.json"]),
    FrameworkSample(
      name: "Slurm",
      log: FrameworkSample.lines(
        "slurmstepd: info: Setting TMPDIR\n",
        "Job 123456 starting on node n1 step 0\n",
        "Loading module cuda/12.1\n",
        "+ srun python train.py --epochs 10 --lr 0.1\n")),
    FrameworkSample(
      name: "Split Train",
      log: FrameworkSample.lines(
        "Splitting dataset: train=8000 val=1000 test=1000\n",
        "Train size: 8000, Val size: 1000\n",
        "train samples: 8000\n",
        "Training set: 8000 images, batch size 32, 250 steps per epoch\n")),
    FrameworkSample(
      name: "Loading",
      log: FrameworkSample.lines(
        "Loading dataset from /data/train.csv (12000 rows)\n",
        "[1/4] Reading images\n",
        "[2/4] Resizing, accuracy 0.5 px\n",
        "[3/4] Computing mean 0.485 std 0.229\n")),
    FrameworkSample(
      name: "Pretty Config",
      log: FrameworkSample.lines(
        "| Parameter      | Value   |\n",
        "|----------------|---------|\n",
        "| epochs         | 100     |\n",
        "| learning_rate  | 0.001   |\n",
        "| batch_size     | 32      |\n",
        "| loss           | mse     |\n")),
    FrameworkSample(
      name: "Config Table",
      log: FrameworkSample.lines(
        "+---------------+--------+\n",
        "| epoch         | 100    |\n",
        "| loss_weight   | 0.5    |\n",
        "| total_steps   | 10000  |\n",
        "+---------------+--------+\n")),
    FrameworkSample(
      name: "Eval Table",
      log: FrameworkSample.lines(
        "| Tasks    |Version|Filter|n-shot|Metric|   |Value |   |Stderr|\n",
        "|----------|------:|------|-----:|------|---|-----:|---|-----:|\n",
        "|hellaswag |      1|none  |     0|acc   |↑  |0.2512|±  |0.0043|\n",
        "|          |       |none  |     0|acc_norm|↑|0.2712|±  |0.0044|\n")),
    FrameworkSample(
      name: "Sklearn Report",
      log: FrameworkSample.lines(
        "              precision    recall  f1-score   support\n",
        "\n",
        "           0       0.91      0.93      0.92       100\n",
        "           1       0.93      0.91      0.92       100\n",
        "\n",
        "    accuracy                           0.92       200\n")),
    FrameworkSample(
      name: "Metrics",
      log: FrameworkSample.lines(
        "Test accuracy: 0.9123\n",
        "Test loss: 0.3123\n",
        "MSE: 0.0123, RMSE: 0.1109\n")),
    FrameworkSample(
      name: "Checkpoint Info",
      log: FrameworkSample.lines(
        "Found checkpoint: runs/exp/epoch=12-step=4800-val_loss=0.31.ckpt\n",
        "Restoring states from the checkpoint path at runs/exp/epoch=12-step=4800.ckpt\n",
        "Restored all states from the checkpoint at runs/exp/epoch=12-step=4800.ckpt\n")),
    FrameworkSample(
      name: "Deepspeed Config",
      log: FrameworkSample.lines(
        "[2024-05-01 10:00:00,123] [INFO] [config.py:1000:print]   gradient_clipping ....",
        "........ 1.0\n",
        "[2024-05-01 10:00:00,123] [INFO] [config.py:1000:print]   train_batch_size .....",
        "........ 64\n",
        "[2024-05-01 10:00:00,123] [INFO] [config.py:1000:print]   steps_per_print ......",
        "........ 10\n",
        "[2024-05-01 10:00:00,123] [INFO] [config.py:1000:print]   loss_scale ...........",
        "........ 0\n")),
    FrameworkSample(
      name: "Megatron Args",
      log: FrameworkSample.lines(
        "------------------------ arguments ------------------------\n",
        "  adam_beta1 ...................................... 0.9\n",
        "  epoch_size ...................................... 100\n",
        "  eval_interval ................................... 1000\n",
        "  iteration ....................................... 0\n",
        "  loss_scale ...................................... None\n",
        "  lr .............................................. 0.00015\n",
        "  train_iters ..................................... 500000\n",
        "-------------------- end of arguments ---------------------\n")),
    FrameworkSample(
      name: "Profiler Warmup",
      log: FrameworkSample.lines(
        "Warmup iteration 1/5: latency 12.1 ms\n",
        "Warmup iteration 2/5: latency 10.1 ms\n",
        "Iteration 1: latency 9.12 ms\n")),
    FrameworkSample(
      name: "Dataloader",
      log: FrameworkSample.lines(
        "Batch 0: torch.Size([32, 3, 224, 224])\n",
        "Checking batch 1/10\n",
        "Images: 1281167, classes: 1000, mean loss weight 1.0\n")),
    FrameworkSample(
      name: "Docker",
      log: FrameworkSample.lines(
        "Step 1/12 : FROM python:3.10\n",
        " ---> ab12cd34\n",
        "Step 2/12 : RUN pip install torch\n",
        " ---> Running in ab12cd34\n",
        "#5 [2/7] RUN apt-get update\n",
        "#5 0.512 Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]\n")),
    FrameworkSample(
      name: "Train2 Data",
      log: FrameworkSample.lines(
        "Train dataset: 8000 samples\n",
        "Val dataset: 1000 samples\n",
        "train_loader batches: 250\n",
        "Number of training steps per epoch: 250\n",
        "Total training steps: 2500\n")),
    FrameworkSample(
      name: "Hf Datasets",
      log: FrameworkSample.lines(
        "Running tokenizer on dataset (num_proc=4):  12%|█▏        | 3000/25000 [00:01<00",
        ":11, 1912.1 examples/s]\n",
        "Grouping texts in chunks of 1024:  50%|█████     | 12500/25000 [00:02<00:02, 501",
        "2.1 examples/s]")),
    FrameworkSample(
      name: "Xgb Warn",
      log: FrameworkSample.lines(
        "[10:00:00] WARNING: /workspace/src/learner.cc:742: \n",
        "Parameters: { \"n_estimators\" } are not used.\n",
        "\n",
        "[10:00:00] INFO: reading 1000 rows [5 columns]\n")),
    FrameworkSample(
      name: "Llama",
      log: FrameworkSample.lines(
        "llama_model_loader: - kv   0:                       general.architecture str    ",
        "          = llama\n",
        "llama_model_loader: - kv   1:                               llama.block_count u3",
        "2              = 32\n",
        "llm_load_print_meta: f_norm_rms_eps   = 1.0e-05\n",
        "perplexity: 12.31 seconds per pass - ETA 13.12 minutes\n",
        "[1]4.1234,[2]4.8123,[3]5.6123\n")),
    FrameworkSample(
      name: "Iters",
      log: FrameworkSample.lines(
        "max_iters: 5000\n",
        "eval_iters: 200\n",
        "number of parameters: 10.65M\n",
        "num decayed parameter tensors: 26, with 10,740,096 parameters\n",
        "using fused AdamW: True\n",
        "compiling the model... (takes a ~minute)\n")),
    FrameworkSample(
      name: "Table",
      log: FrameworkSample.lines(
        "epoch,train_loss,val_loss\n")),
    FrameworkSample(
      name: "Predict Yolo",
      log: FrameworkSample.lines(
        "Model summary: 157 layers, 7012822 parameters, 0 gradients, 15.8 GFLOPs\n",
        "video 1/1 (12/300) /data/a.mp4: 384x640 3 persons, 9.1ms\n",
        "video 1/1 (13/300) /data/a.mp4: 384x640 3 persons, 9.2ms\n")),
    FrameworkSample(
      name: "Keras Predict",
      log: FrameworkSample.lines(
        "1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 45ms/step\n",
        "10/10 ━━━━━━━━━━━━━━━━━━━━ 0s 2ms/step\n")),
    FrameworkSample(
      name: "Ffmpeg",
      log: FrameworkSample.lines(
        "frame=  120 fps= 30 q=28.0 size=     512kB time=00:00:04.00 bitrate=1048.6kbits/",
        "s speed=1.01x")),
    FrameworkSample(
      name: "Rsync",
      log: FrameworkSample.lines(
        "     12,345,678  10%   12.12MB/s    0:00:10 (xfr#12, to-chk=100/200)")),
    FrameworkSample(
      name: "Audio",
      log: FrameworkSample.lines(
        "Processing audio 3/10: score 0.91\n",
        "Extracting MFCC: 30%|███       | 3/10 [00:01<00:02,  2.91it/s]")),
    FrameworkSample(
      name: "Simulation",
      log: FrameworkSample.lines(
        "Episode replay buffer: filling 1000/5000\n",
        "Collecting random transitions: 20%|██        | 1000/5000 [00:01<00:04, 912.1it/s",
        "]")),
  ]
}
