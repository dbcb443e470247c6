internal import TrainingModel

extension FrameworkSample {
  /// Text and speech.
  static let excerptsOfText = [
    FrameworkSample(
      name: "flair Tagger",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 --------------------------------------------------------",
        "--------------------------------------------\n",
        "2024-05-01 10:00:00,123 Training Params:\n",
        "2024-05-01 10:00:00,123  - learning_rate: \"0.1\" \n",
        "2024-05-01 10:00:00,123  - max_epochs: \"10\"\n",
        "2024-05-01 10:00:04,123 epoch 1 - iter 4/40 - loss 2.91234567 - time (sec): 1.12",
        " - samples/sec: 812.12 - lr: 0.100000 - momentum: 0.000000\n",
        "2024-05-01 10:00:08,123 epoch 1 - iter 8/40 - loss 2.51234567 - time (sec): 2.12",
        " - samples/sec: 822.12 - lr: 0.100000 - momentum: 0.000000\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:04,123 epoch 1 - iter 4/40 - loss 2.91234567 - time (sec): 1.12",
        " - samples/sec: 812.12 - lr: 0.100000 - momentum: 0.000000"),
      progress: TrainingProgress(epoch: 1, step: 8, totalSteps: 40),
      metrics: ["loss": 2.51234567, "lr": 0.1]),
    FrameworkSample(
      name: "flair Dev",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:38,123 epoch 1 - iter 40/40 - loss 1.91234567 - time (sec): 10.",
        "12 - samples/sec: 812.12 - lr: 0.100000 - momentum: 0.000000\n",
        "2024-05-01 10:00:38,123 --------------------------------------------------------",
        "--------------------------------------------\n",
        "2024-05-01 10:00:38,123 EPOCH 1 done: loss 1.9123 - lr: 0.100000\n",
        "2024-05-01 10:00:40,123 DEV : loss 1.212345 - f1-score (micro avg)  0.4123\n",
        "2024-05-01 10:00:40,123  - 0 epochs without improvement\n",
        "2024-05-01 10:00:40,123 saving best model\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:38,123 epoch 1 - iter 40/40 - loss 1.91234567 - time (sec): 10.",
        "12 - samples/sec: 812.12 - lr: 0.100000 - momentum: 0.000000"),
      progress: TrainingProgress(epoch: 1, step: 40, totalSteps: 40),
      metrics: ["f1-score (micro avg)": 0.4123]),
    FrameworkSample(
      name: "espnet Mid",
      log: FrameworkSample.lines(
        "[host] 2024-05-01 10:00:09,396 (trainer:318) INFO: 12/50epoch started. Estimated",
        " time to finish: 1 day, 2 hours and 3 minutes\n",
        "[host] 2024-05-01 10:05:25,764 (trainer:793) INFO: 12epoch:train:1-412batch: ite",
        "r_time=4.710e-04, forward_time=0.112, loss_ctc=45.577, loss_att=41.2, acc=0.712,",
        " loss=42.5, backward_time=0.212, grad_norm=12.1, optim0_lr0=1.770e-03, train_tim",
        "e=1.534\n"),
      start: FrameworkSample.lines(
        "[host] 2024-05-01 10:00:09,396 (trainer:318) INFO: 12/50epoch started. Estimated",
        " time to finish: 1 day, 2 hours and 3 minutes"),
      progress: TrainingProgress(epoch: 12, totalEpochs: 50),
      metrics: ["loss": 42.5, "acc": 0.712, "loss_ctc": 45.577]),
    FrameworkSample(
      name: "icefall Mid",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,120 INFO [train.py:912] Epoch 3, batch 1500, global_batch_id",
        "x: 9000, batch size: 64, loss[loss=0.2912, simple_loss=0.2712, pruned_loss=0.101",
        "2, over 14312.00 frames. ], tot_loss[loss=0.2712, simple_loss=0.2812, pruned_los",
        "s=0.0912, over 2857812.12 frames. ], batch size: 64, lr: 2.12e-02, grad_scale: 3",
        "2.0\n",
        "2024-05-01 10:01:00,120 INFO [train.py:944] Computing validation loss\n",
        "2024-05-01 10:01:09,120 INFO [train.py:953] Epoch 3, validation: loss=0.1912, si",
        "mple_loss=0.2112, pruned_loss=0.0512, over 944034.00 frames. \n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00,120 INFO [train.py:912] Epoch 3, batch 1500, global_batch_id",
        "x: 9000, batch size: 64, loss[loss=0.2912, simple_loss=0.2712, pruned_loss=0.101",
        "2, over 14312.00 frames. ], tot_loss[loss=0.2712, simple_loss=0.2812, pruned_los",
        "s=0.0912, over 2857812.12 frames. ], batch size: 64, lr: 2.12e-02, grad_scale: 3",
        "2.0"),
      progress: TrainingProgress(epoch: 3, step: 1500),
      metrics: ["lr": 0.0212]),
    FrameworkSample(
      name: "rasa Mid",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00 INFO     rasa.engine.training.hooks  - Starting to train com",
        "ponent 'DIETClassifier'.\n",
        "Epochs:   0%|          | 0/100 [00:00<?, ?it/s]\r",
        "Epochs:  23%|██▎       | 23/100 [00:12<00:40,  1.91it/s, t_loss=2.12, i_acc=0.81",
        "2, e_f1=0.612]"),
      start: "Epochs:   0%|          | 0/100 [00:00<?, ?it/s]",
      progress: TrainingProgress(epoch: 23, totalEpochs: 100),
      metrics: ["t_loss": 2.12, "i_acc": 0.812, "e_f1": 0.612]),
    FrameworkSample(
      name: "allen Mid",
      log: FrameworkSample.lines(
        "2020-05-01 10:00:00,123 - INFO - allennlp.training.trainer - Beginning training.",
        "\n",
        "2020-05-01 10:00:00,123 - INFO - allennlp.training.trainer - Epoch 0/9\n",
        "2020-05-01 10:00:00,123 - INFO - allennlp.training.trainer - Training\n",
        "accuracy: 0.7012, loss: 0.5812 ||:  40%|####      | 40/100 [00:12<00:18,  3.21it",
        "/s]"),
      start: "2020-05-01 10:00:00,123 - INFO - allennlp.training.trainer - Beginning training.",
      progress: TrainingProgress(epoch: 0, totalEpochs: 10, step: 40, totalSteps: 100),
      metrics: ["accuracy": 0.7012, "loss": 0.5812]),
    FrameworkSample(
      name: "crf",
      log: FrameworkSample.lines(
        "iter=0 terr=0.91234 serr=1.00000 act=12345 obj=51234.12345 diff=1.00000\n",
        "iter=1 terr=0.41234 serr=0.95000 act=12345 obj=31234.12345 diff=0.39036\n"),
      start: "iter=0 terr=0.91234 serr=1.00000 act=12345 obj=51234.12345 diff=1.00000",
      progress: TrainingProgress(step: 1),
      metrics: ["terr": 0.41234, "obj": 31234.12345]),
    FrameworkSample(
      name: "crfsuite",
      log: FrameworkSample.lines(
        "L-BFGS optimization\n",
        "c1: 0.100000\n",
        "max_iterations: 100\n",
        "***** Iteration #1 *****\n",
        "Loss: 51234.123456\n",
        "Feature norm: 1.000000\n",
        "Error norm: 12345.1\n",
        "Active features: 12345\n",
        "\n",
        "***** Iteration #2 *****\n",
        "Loss: 41234.123456\n",
        "Feature norm: 2.000000\n"),
      start: "***** Iteration #1 *****",
      progress: TrainingProgress(step: 2),
      metrics: ["Loss": 41234.123456, "Feature norm": 2]),
    FrameworkSample(
      name: "glove",
      log: FrameworkSample.lines(
        "TRAINING MODEL\n",
        "Read 8123456 lines.\n",
        "Initializing parameters...done.\n",
        "vector size: 50\n",
        "05/01/24 - 10:00.30AM, iter: 001, cost: 0.123456\n",
        "05/01/24 - 10:01.00AM, iter: 002, cost: 0.093456\n"),
      start: "05/01/24 - 10:00.30AM, iter: 001, cost: 0.123456",
      progress: TrainingProgress(step: 2),
      metrics: ["cost": 0.093456]),
    FrameworkSample(
      name: "word2vec C",
      log: FrameworkSample.lines(
        "Starting training using file text8\n",
        "Vocab size: 71291\n",
        "Words in train file: 16718843\n",
        "\r",
        "Alpha: 0.049123  Progress: 1.75%  Words/thread/sec: 112.31k  \r",
        "Alpha: 0.038123  Progress: 23.75%  Words/thread/sec: 122.31k  "),
      start: "Starting training using file text8",
      progress: TrainingProgress(percent: 23.75),
      metrics: ["Alpha": 0.038123]),
    FrameworkSample(
      name: "fast Text Mid",
      log: FrameworkSample.lines(
        "Read 0M words\n",
        "Number of words:  14543\n",
        "Number of labels: 735\n",
        "Progress:  12.1% words/sec/thread:   52134 lr:  0.087912 avg.loss:  9.312345 ETA",
        ":   0h 1m 7s\r",
        "Progress:  23.1% words/sec/thread:   52334 lr:  0.076912 avg.loss:  8.312345 ETA",
        ":   0h 0m57s"),
      start: FrameworkSample.lines(
        "Progress:  12.1% words/sec/thread:   52134 lr:  0.087912 avg.loss:  9.312345 ETA",
        ":   0h 1m 7s"),
      progress: TrainingProgress(percent: 23.1, etaSeconds: 57),
      metrics: ["lr": 0.076912, "avg.loss": 8.312345]),
    FrameworkSample(
      name: "doc2vec",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 : INFO : Doc2Vec lifecycle event {'msg': 'training model",
        " with 4 workers on 9123 vocabulary and 100 features, using sg=0 hs=0 sample=0.00",
        "1 negative=5 window=5 shrink_windows=True', 'datetime': '2024-05-01T10:00:00.123",
        "456', 'event': 'train'}\n",
        "2024-05-01 10:00:01,123 : INFO : EPOCH 0 - PROGRESS: at 35.12% examples, 812345 ",
        "words/s, in_qsize 7, out_qsize 0\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00,123 : INFO : Doc2Vec lifecycle event {'msg': 'training model",
        " with 4 workers on 9123 vocabulary and 100 features, using sg=0 hs=0 sample=0.00",
        "1 negative=5 window=5 shrink_windows=True', 'datetime': '2024-05-01T10:00:00.123",
        "456', 'event': 'train'}"),
      progress: TrainingProgress(epoch: 0, percent: 35.12)),
    FrameworkSample(
      name: "spacy Mid",
      log: FrameworkSample.lines(
        "✔ Initialized pipeline\n",
        "\n",
        "============================= Training pipeline =============================\n",
        "ℹ Pipeline: ['tok2vec', 'ner']\n",
        "ℹ Initial learn rate: 0.001\n",
        "E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  ENTS_P  ENTS_R  SCORE \n",
        "---  ------  ------------  --------  ------  ------  ------  ------\n",
        "  0       0          0.00     45.12    0.12    0.10    0.15    0.00\n",
        "  3     200        112.12   1512.12   62.12   65.10   59.40    0.62\n"),
      start: "E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  ENTS_P  ENTS_R  SCORE ",
      progress: TrainingProgress(epoch: 3, step: 200),
      metrics: ["LOSS NER": 1512.12, "ENTS_F": 62.12, "SCORE": 0.62]),
    FrameworkSample(
      name: "surprise",
      log: FrameworkSample.lines(
        "Processing epoch 0\n",
        "Processing epoch 1\n",
        "Processing epoch 2\n"),
      start: "Processing epoch 0",
      progress: TrainingProgress(epoch: 2)),
    FrameworkSample(
      name: "lightfm",
      log: FrameworkSample.lines(
        "Epoch:  37%|███▋      | 11/30 [00:10<00:18,  1.04it/s]"),
      start: "Epoch:  37%|███▋      | 11/30 [00:10<00:18,  1.04it/s]",
      progress: TrainingProgress(epoch: 11, totalEpochs: 30)),
    FrameworkSample(
      name: "dglke",
      log: FrameworkSample.lines(
        "Start training...\n",
        "[proc 0][Train](100/5000) average pos_loss: 0.612345\n",
        "[proc 0][Train](100/5000) average neg_loss: 0.812345\n",
        "[proc 0][Train](200/5000) average pos_loss: 0.512345\n",
        "[proc 0][Train](200/5000) average neg_loss: 0.712345\n"),
      start: "Start training...",
      progress: TrainingProgress(step: 200, totalSteps: 5000),
      metrics: ["average pos_loss": 0.512345, "average neg_loss": 0.712345]),
  ]
}
