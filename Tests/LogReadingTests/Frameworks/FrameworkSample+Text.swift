internal import TrainingModel

extension FrameworkSample {
  /// Rasa: its bar counts epochs.
  static let rasa = FrameworkSample(
    name: "Rasa: its bar counts epochs",
    log: lines(
      "2024-05-01 10:00:00 INFO     rasa.engine.training.hooks  - Starting to train component 'DIET",
      "Classifier'.\n",
      "\rEpochs:   0%|          | 0/100 [00:00<?, ?it/s]\rEpochs: 100%|██████████| 100/100 [00:16<0",
      "0:00,  5.91it/s, t_loss=1.11, i_acc=1]\n",
      "2024-05-01 10:00:20 INFO     rasa.engine.training.hooks  - Finished training component 'DIET",
      "Classifier'.\n",
      "Your Rasa model is trained and saved at 'models/20240501.tar.gz'.\n"),
    start: "Epochs:   0%|          | 0/100 [00:00<?, ?it/s]",
    progress: TrainingProgress(epoch: 100, totalEpochs: 100),
    metrics: ["t_loss": 1.11, "i_acc": 1],
    artifacts: ["models/20240501.tar.gz"],
    endSeen: true)

  /// SpaCy.
  static let spaCy = FrameworkSample(
    name: "spaCy",
    log: lines(
      "============================= Training pipeline =============================\n",
      "ℹ Pipeline: ['textcat']\n",
      "E    #       LOSS TEXTCAT  CATS_SCORE  SCORE \n",
      "---  ------  ------------  ----------  ------\n",
      "  0       0          0.25       50.00    0.50\n",
      " 10      10          2.45       75.00    0.75\n",
      "✔ Saved pipeline to output directory\n",
      "out/model-last\n"),
    start: "E    #       LOSS TEXTCAT  CATS_SCORE  SCORE ",
    progress: TrainingProgress(epoch: 10, step: 10),
    metrics: ["LOSS TEXTCAT": 2.45, "CATS_SCORE": 75, "SCORE": 0.75],
    artifacts: ["out/model-last"],
    endSeen: true)

  /// FastText.
  static let fastText = FrameworkSample(
    name: "fastText",
    log: lines(
      "\rRead 0M words\n",
      "Number of words:  912\n",
      "\rProgress:  49.3% words/sec/thread:  123456 lr:  0.025351 avg.loss:  2.112301 ETA:   0h 1m1",
      "2s\rProgress: 100.0% words/sec/thread:  123456 lr:  0.000000 avg.loss:  1.612301 ETA:   0h 0",
      "m 0s\n"),
    start: "Progress:  49.3% words/sec/thread:  123456 lr:  0.025351 avg.loss:  2.112301 ETA:   0h 1m12s",
    progress: TrainingProgress(percent: 100, etaSeconds: 0),
    metrics: ["lr": 0, "avg.loss": 1.612301],
    endSeen: true)

  /// Gensim: Word2Vec.
  static let word2vec = FrameworkSample(
    name: "gensim: Word2Vec",
    log: lines(
      "2024-05-01 10:00:00,771 : INFO : Word2Vec lifecycle event {'msg': 'training model with 1 wor",
      "kers on 51 vocabulary and 8 features, using sg=0 hs=0 sample=0.001', 'event': 'train'}\n",
      "2024-05-01 10:00:01,771 : INFO : EPOCH 0 - PROGRESS: at 15.83% examples, 300122 words/s, in_",
      "qsize 3, out_qsize 0\n",
      "2024-05-01 10:00:02,773 : INFO : EPOCH 1: training on 3000 raw words (756 effective words) t",
      "ook 0.1s, 7289 effective words/s\n",
      "2024-05-01 10:00:03,778 : INFO : Word2Vec lifecycle event {'msg': 'training on 6000 raw word",
      "s (1441 effective words) took 0.2s, 9264 effective words/s', 'event': 'train'}\n",
      "2024-05-01 10:00:03,779 : INFO : saved out/w2v.model\n"),
    start: "2024-05-01 10:00:00,771 : INFO : Word2Vec lifecycle event {'msg': 'training model with 1 wor"
      + "kers on 51 vocabulary and 8 features, using sg=0 hs=0 sample=0.001', 'event': 'train'}",
    progress: TrainingProgress(epoch: 1),
    artifacts: ["out/w2v.model"],
    endSeen: true)

  /// Gensim: LDA.
  static let latentDirichlet = FrameworkSample(
    name: "gensim: LDA",
    log: lines(
      "2024-05-01 10:00:00,503 : INFO : running online (multi-pass) LDA training, 4 topics, 2 passe",
      "s over the supplied corpus of 400 documents\n",
      "2024-05-01 10:00:00,504 : INFO : PROGRESS: pass 0, at document #200/400\n",
      "2024-05-01 10:00:01,445 : INFO : topic diff=0.727453, rho=0.709309\n",
      "2024-05-01 10:00:01,446 : INFO : -7.134 per-word bound, 138.3 perplexity estimate based on a",
      " held-out corpus of 400 documents\n",
      "2024-05-01 10:00:01,446 : INFO : PROGRESS: pass 1, at document #400/400\n"),
    start: "2024-05-01 10:00:00,503 : INFO : running online (multi-pass) LDA training, 4 topics, 2 passe"
      + "s over the supplied corpus of 400 documents",
    progress: TrainingProgress(epoch: 1, totalEpochs: 2, step: 400, totalSteps: 400),
    metrics: ["topic diff": 0.727453, "rho": 0.709309, "per-word bound": -7.134, "perplexity": 138.3])

  /// AllenNLP.
  static let allenNLP = FrameworkSample(
    name: "AllenNLP",
    log: lines(
      "2024-05-01 10:00:23,697 - INFO - allennlp.training.trainer - Beginning training.\n",
      "2024-05-01 10:00:23,697 - INFO - allennlp.training.trainer - Epoch 3/38\n",
      "2024-05-01 10:00:23,739 - INFO - allennlp.training.trainer - Training\n",
      "accuracy: 0.1878, loss: 3.5938 ||: 100%|##########| 125/125 [00:37<00:00,  3.32it/s]\n",
      "2024-05-01 10:01:01,372 - INFO - allennlp.training.trainer - Validating\n",
      "accuracy: 0.1174, loss: 3.2508 ||: 100%|##########| 31/31 [00:02<00:00, 14.47it/s]\n",
      "2024-05-01 10:01:02,372 - INFO - allennlp.training.trainer - Ran out of patience.  Stopping ",
      "training.\n"),
    start: "2024-05-01 10:00:23,697 - INFO - allennlp.training.trainer - Beginning training.",
    progress: TrainingProgress(epoch: 3, totalEpochs: 39, step: 125, totalSteps: 125),
    metrics: ["accuracy": 0.1174, "loss": 3.2508],
    stopsEarly: true)
}
