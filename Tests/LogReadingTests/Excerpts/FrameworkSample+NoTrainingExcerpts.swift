extension FrameworkSample {
  /// What looks alike and is no training.
  static let excerptsOfNoTraining = [
    FrameworkSample(
      name: "Download",
      log: FrameworkSample.lines(
        "model.safetensors:   0%|          | 0.00/548M [00:00<?, ?B/s]\r",
        "model.safetensors:  10%|█         | 52.4M/548M [00:01<00:09, 51.2MB/s]")),
    FrameworkSample(
      name: "Shards",
      log: FrameworkSample.lines(
        "Loading checkpoint shards:   0%|          | 0/4 [00:00<?, ?it/s]\r",
        "Loading checkpoint shards:  50%|█████     | 2/4 [00:03<00:03,  1.61s/it]")),
    FrameworkSample(
      name: "Pipeline",
      log: FrameworkSample.lines(
        "Loading pipeline components...: 100%|██████████| 7/7 [00:01<00:00,  5.12it/s]\n",
        "  0%|          | 0/50 [00:00<?, ?it/s]\r",
        " 10%|█         | 5/50 [00:01<00:09,  4.91it/s]")),
    FrameworkSample(
      name: "Generate",
      log: FrameworkSample.lines(
        "Generating train split: 0 examples [00:00, ? examples/s]\r",
        "Generating train split: 25000 examples [00:00, 112345.12 examples/s]\n",
        "Map (num_proc=8):  10%|█         | 2500/25000 [00:01<00:09, 2412.1 examples/s]")),
    FrameworkSample(
      name: "Eval Only",
      log: FrameworkSample.lines(
        "05/01/2024 10:00:00 - INFO - __main__ -   Evaluation only\n",
        "***** Running Evaluation *****\n",
        "  Num examples = 872\n",
        "  Batch size = 8\n",
        " 50%|█████     | 55/109 [00:01<00:01, 50.1it/s]\n")),
    FrameworkSample(
      name: "Mm Test",
      log: FrameworkSample.lines(
        "2024/05/01 10:00:00 - mmengine - INFO - Load checkpoint from epoch_12.pth\n",
        "2024/05/01 10:00:10 - mmengine - INFO - Epoch(test)  [  50/5000]    eta: 0:05:04",
        "  time: 0.0612  data_time: 0.0023  memory: 1012  \n",
        "2024/05/01 10:00:20 - mmengine - INFO - Epoch(test)  [ 100/5000]    eta: 0:05:04",
        "  time: 0.0612  data_time: 0.0023  memory: 1012  \n")),
    FrameworkSample(
      name: "D2 Eval",
      log: FrameworkSample.lines(
        "[05/01 10:00:00 d2.evaluation.evaluator]: Start inference on 5000 batches\n",
        "[05/01 10:00:05 d2.evaluation.evaluator]: Inference done 11/5000. Dataloading: 0",
        ".0012 s/iter. Inference: 0.0612 s/iter. Eval: 0.0003 s/iter. Total: 0.0627 s/ite",
        "r. ETA=0:05:12\n")),
    FrameworkSample(
      name: "Yolo Predict",
      log: FrameworkSample.lines(
        "Ultralytics 8.3.0 🚀 Python-3.10.12 torch-2.4.0 CPU\n",
        "YOLOv8n summary (fused): 168 layers, 3,151,904 parameters, 0 gradients, 8.7 GFLO",
        "Ps\n",
        "image 1/2 /data/bus.jpg: 640x480 4 persons, 1 bus, 36.5ms\n",
        "image 2/2 /data/zidane.jpg: 384x640 2 persons, 1 tie, 31.2ms\n",
        "Speed: 1.9ms preprocess, 33.8ms inference, 1.1ms postprocess per image at shape ",
        "(1, 3, 384, 640)\n")),
    FrameworkSample(
      name: "Yolo Scan",
      log: FrameworkSample.lines(
        "train: Scanning /data/labels/train.cache... 118287 images, 1021 backgrounds, 0 c",
        "orrupt: 100%|██████████| 118287/118287 [00:00<?, ?it/s]\n",
        "val: Scanning /data/labels/val.cache... 5000 images, 48 backgrounds, 0 corrupt: ",
        "100%|██████████| 5000/5000 [00:00<?, ?it/s]\n",
        "Plotting labels to runs/train/labels.jpg... \n")),
    FrameworkSample(
      name: "Ninja",
      log: FrameworkSample.lines(
        "Using /root/.cache/torch_extensions/py310_cu121 as PyTorch extensions root...\n",
        "Emitting ninja build file /root/.cache/torch_extensions/py310_cu121/fused_adam/b",
        "uild.ninja...\n",
        "Building extension module fused_adam...\n",
        "[1/3] c++ -MMD -MF fused_adam_frontend.o.d -DTORCH_EXTENSION_NAME=fused_adam\n",
        "[2/3] nvcc -DTORCH_EXTENSION_NAME=fused_adam -c multi_tensor_adam.cu -o multi_te",
        "nsor_adam.cuda.o\n",
        "[3/3] c++ fused_adam_frontend.o multi_tensor_adam.cuda.o -shared -o fused_adam.s",
        "o\n",
        "Loading extension module fused_adam...\n",
        "Time to load fused_adam op: 31.2 seconds\n")),
    FrameworkSample(
      name: "CMake",
      log: FrameworkSample.lines(
        "[ 10%] Building CXX object CMakeFiles/train.dir/train.cpp.o\n",
        "[ 20%] Building CXX object CMakeFiles/train.dir/loss.cpp.o\n",
        "[100%] Linking CXX executable train\n")),
    FrameworkSample(
      name: "Pytest",
      log: FrameworkSample.lines(
        "tests/test_training.py::test_epoch[1/3] PASSED                           [ 25%]\n",
        "tests/test_training.py::test_loss PASSED                                 [ 50%]\n")),
    FrameworkSample(
      name: "Hydra",
      log: FrameworkSample.lines(
        "model:\n",
        "  name: resnet18\n",
        "trainer:\n",
        "  max_epochs: 100\n",
        "  gradient_clip_val: 0.5\n",
        "optimizer:\n",
        "  lr: 0.001\n",
        "loss: cross_entropy\n",
        "seed: 42\n",
        "epochs: 100\n",
        "batch_size: 32\n")),
    FrameworkSample(
      name: "Namespace",
      log: FrameworkSample.lines(
        "Namespace(epochs=100, start_epoch=0, batch_size=32, lr=0.1, momentum=0.9, weight",
        "_decay=0.0001, print_freq=10, resume='', evaluate=False, loss='ce')\n",
        "=> creating model 'resnet50'\n",
        "=> loading checkpoint 'checkpoint.pth.tar'\n",
        "=> loaded checkpoint 'checkpoint.pth.tar' (epoch 12)\n")),
    FrameworkSample(
      name: "Params",
      log: FrameworkSample.lines(
        "Training arguments:\n",
        "  num_train_epochs: 3\n",
        "  learning_rate: 5e-05\n",
        "  warmup_steps: 500\n",
        "  max_steps: 10000\n",
        "  logging_steps: 10\n",
        "  eval_steps: 100\n",
        "Total steps: 10000\n",
        "Steps per epoch: 3334\n",
        "Epochs: 3\n")),
    FrameworkSample(
      name: "Wandb",
      log: FrameworkSample.lines(
        "wandb: Currently logged in as: someone. Use `wandb login --relogin` to force rel",
        "ogin\n",
        "wandb: Tracking run with wandb version 0.17.0\n",
        "wandb: Run data is saved locally in /out/wandb/run-20240501_100000-ab12cd34\n",
        "wandb: Syncing run fancy-bell-12\n")),
    FrameworkSample(
      name: "Resume",
      log: FrameworkSample.lines(
        "Resuming training from checkpoint out/checkpoint-500\n",
        "Loading model weights from epoch 12 (step 4800, val_loss 0.3123)\n",
        "Best val_loss so far: 0.3123 at epoch 11\n",
        "Building datasets...\n")),
    FrameworkSample(
      name: "Lm Eval",
      log: FrameworkSample.lines(
        "2024-05-01:10:00:00,123 INFO     [evaluator.py:152] Setting random seed to 0\n",
        "Running loglikelihood requests:  10%|█         | 4000/40000 [01:00<09:00, 66.7it",
        "/s]")),
    FrameworkSample(
      name: "Vllm",
      log: FrameworkSample.lines(
        "INFO 05-01 10:00:00 model_runner.py:1024] Starting to load model m...\n",
        "Loading safetensors checkpoint shards:  50% Completed | 1/2 [00:01<00:01,  1.01s",
        "/it]\n",
        "Capturing CUDA graph shapes:  50%|█████     | 17/35 [00:05<00:05,  3.31it/s]\n",
        "Processed prompts:  10%|█         | 10/100 [00:05<00:45,  2.01it/s, est. speed i",
        "nput: 12.12 toks/s, output: 212.1 toks/s]")),
    FrameworkSample(
      name: "Tokenizer",
      log: FrameworkSample.lines(
        "[00:00:00] Pre-processing sequences                 ██████████████████ 0        ",
        "/        0\n",
        "[00:00:01] Tokenize words                           ██████████████████ 12345    ",
        "/    12345\n",
        "[00:00:01] Count pairs                              ██████████████████ 12345    ",
        "/    12345\n",
        "[00:00:02] Compute merges                           ██████████████████ 3000     ",
        "/     3000\n")),
    FrameworkSample(
      name: "Megatron Load",
      log: FrameworkSample.lines(
        " > loading doc-idx mapping from /data/train_indexmap_1000000ns_2048sl_1234s_doc_",
        "idx.npy\n",
        "    loaded indexed file in 0.012 seconds\n",
        "    total number of samples: 1000123\n",
        "    total number of epochs: 3\n",
        " > finished creating GPT datasets ...\n",
        "time to initialize megatron (seconds): 12.123\n",
        "[after dataloaders are built] datetime: 2024-05-01 10:00:00 \n",
        "done with setup ...\n")),
    FrameworkSample(
      name: "Wget",
      log: FrameworkSample.lines(
        "--2024-05-01 10:00:00--  http://data/train.zip\n",
        "Length: 123456789 (118M) [application/zip]\n",
        "train.zip            10%[=>                  ]  11.81M  5.12MB/s    eta 21s    \r",
        "train.zip            20%[===>                ]  23.62M  5.12MB/s    eta 18s    ")),
    FrameworkSample(
      name: "Git",
      log: FrameworkSample.lines(
        "Cloning into 'train'...\n",
        "remote: Counting objects: 100% (1234/1234), done.\n",
        "Receiving objects:  10% (124/1234), 1.21 MiB | 2.41 MiB/s\n",
        "Resolving deltas:  50% (312/624)\n")),
    FrameworkSample(
      name: "Conda",
      log: FrameworkSample.lines(
        "pytorch-2.4.0        | 1.16 GB   | ####1      |  41% \r",
        "pytorch-2.4.0        | 1.16 GB   | ########## | 100% \n",
        "Preparing transaction: done\n",
        "Executing transaction: done\n")),
    FrameworkSample(
      name: "LRFinder",
      log: FrameworkSample.lines(
        "Finding best initial lr:  40%|████      | 40/100 [00:02<00:03, 19.12it/s]")),
    FrameworkSample(
      name: "Summary",
      log: FrameworkSample.lines(
        "  | Name    | Type       | Params | Mode \n",
        "-----------------------------------------------\n",
        "0 | network | Sequential | 178    | train\n",
        "1 | loss_fn | CrossEntropyLoss | 0 | train\n",
        "-----------------------------------------------\n",
        "178       Trainable params\n")),
    FrameworkSample(
      name: "Keras Summary",
      log: FrameworkSample.lines(
        "Model: \"sequential\"\n",
        "┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓\n",
        "┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃\n",
        "┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩\n",
        "│ dense (Dense)                   │ (None, 16)             │           144 │\n",
        "└─────────────────────────────────┴────────────────────────┴───────────────┘\n",
        " Total params: 178 (712.00 B)\n")),
    FrameworkSample(
      name: "Inference",
      log: FrameworkSample.lines(
        "Test: [ 0/196]  eta: 0:05:01  loss: 0.6123 (0.6123)  acc1: 84.3750 (84.3750)  ac",
        "c5: 96.8750 (96.8750)  time: 1.5341  data: 1.2012  max mem: 2012\n",
        "Test: [10/196]  eta: 0:01:01  loss: 0.7123 (0.7523)  acc1: 81.2500 (80.3977)  ac",
        "c5: 95.3125 (95.1705)  time: 0.3341  data: 0.1212  max mem: 2112\n")),
    FrameworkSample(
      name: "Benchmark",
      log: FrameworkSample.lines(
        "Benchmark: warmup step 10/50 done\n",
        "Throughput: 812.1 images/s\n",
        "latency 12.3 ms\n")),
    FrameworkSample(
      name: "HFLog Config",
      log: FrameworkSample.lines(
        "Model config BertConfig {\n",
        "  \"hidden_size\": 16,\n",
        "  \"initializer_range\": 0.02,\n",
        "  \"num_hidden_layers\": 1,\n",
        "  \"vocab_size\": 17\n",
        "}\n",
        "loading weights file model.safetensors\n",
        "Using auto half precision backend\n")),
  ]
}
