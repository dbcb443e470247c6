extension TrainerPhrase {
  /// Every phrase that is known.
  ///
  /// To make the reader understand another one, add it here with a line as an example.
  ///
  /// A line is looked at when it has one of the words in `TraitWords`; the test of the example tells when a new
  /// phrase needs a word there.
  package static let all = starts + ends + interruptions + pauses

  private static let starts = [
    TrainerPhrase("running training", .start, example: "***** Running training *****"),
    TrainerPhrase(
      "starting training", .start, example: "[d2.engine.train_loop]: Starting training from iteration 0"),
    TrainerPhrase(
      "starting model training", .start,
      example: "INFO - train - Starting model training using random_forest..."),
    TrainerPhrase("start training", .start, example: "[LightGBM] [Info] Start training from score 0.154151"),
    TrainerPhrase(
      "begin training", .start, example: "2024-05-01 | INFO | fairseq.trainer | begin training epoch 1"),
    TrainerPhrase("beginning training", .start, example: "allennlp.training.trainer - Beginning training."),
    TrainerPhrase("begins training", .start, example: "The model now begins training"),
    TrainerPhrase(
      "before the start of training step", .start,
      example: "[before the start of training step] datetime: 2024-05-01"),
    TrainerPhrase("training started", .start, at: .opening, example: "INFO: Training started"),
    TrainerPhrase(
      "training starts", .start, at: .opening, example: "[titan] - root - INFO - Training starts at step 1"),
    TrainerPhrase(
      "training start...", .start, at: .opening, example: "yolox.core.trainer - Training start..."),
    TrainerPhrase(
      "started training", .start, at: .opening, example: "[LightGBM] [Info] Started training..."),
    TrainerPhrase(
      "start to train", .start, at: .opening, example: "DEEPMD INFO    Start to train 1000 steps."),
    TrainerPhrase("training model...", .start, at: .opening, example: "Training model..."),
    TrainerPhrase(
      "engine run starting with max_epochs", .start,
      example: "trainer INFO: Engine run starting with max_epochs=4."),
    TrainerPhrase("training begins", .start, at: .opening, example: "Training begins"),
    TrainerPhrase(
      "training model with", .start,
      example: "INFO : training model with 3 workers on 90 vocabulary and 32 features"),
    TrainerPhrase(
      "beginning autogluon training", .start, at: .opening,
      example: "Beginning AutoGluon training ... Time limit = 30s"),
    TrainerPhrase("training for ", .start, at: .openingNumber, example: "Training for 25000 kimg..."),
    TrainerPhrase(
      "fit progress: (", .start,
      example: "INFO flwr | server.py:148 | fit progress: (1, 2.31, {'accuracy': 0.1})"),
    TrainerPhrase("fitting gradient boosted rounds", .start, example: "Fitting gradient boosted rounds:"),
    TrainerPhrase(
      "folds for each of", .start, example: "Fitting 3 folds for each of 4 candidates, totalling 12 fits"),
    TrainerPhrase(
      "improved. new best score", .start, example: "Metric val_loss improved. New best score: 0.767"),
    TrainerPhrase(
      ">= min_delta", .start,
      example: "Metric val_loss improved by 0.008 >= min_delta = 0.0. New best score: 0.046"),
    TrainerPhrase(
      "start iterating over samples", .start, example: "fairseq.trainer | Start iterating over samples"),
  ]

  private static let ends = [
    TrainerPhrase(
      "training complete", .end, at: .opening, example: "Training completed. Do not forget to share it"),
    TrainerPhrase(
      "autogluon training complete", .end, at: .opening,
      example: "AutoGluon training complete, total runtime = 9.3s ... Best model: \"CatBoost\""),
    TrainerPhrase("optimization finished!", .end, at: .opening, example: "Optimization Finished!"),
    TrainerPhrase("training finished", .end, at: .opening, example: "Training finished after 3 epochs"),
    TrainerPhrase("finished training", .end, at: .opening, example: "Finished Training"),
    TrainerPhrase(
      "training is done", .end, at: .opening, example: "INFO app.TrainReviews - Training is Done"),
    TrainerPhrase("training done", .end, at: .opening, example: "2024-05-01 10:00:00: Training done."),
    TrainerPhrase(
      "end of training", .end, at: .opening, example: "INFO: End of training. Time consumed: 0:12:13"),
    TrainerPhrase("training has finished", .end, at: .opening, example: "The training has finished"),
    TrainerPhrase(
      "training was finished", .end, at: .opening, example: "INFO: The training was finished at 30 epochs"),
    TrainerPhrase(
      "done training", .end, at: .opening, example: "fairseq_cli.train | done training in 33.4 seconds"),
    TrainerPhrase("epochs completed in", .end, example: "3 epochs completed in 0.012 hours."),
    TrainerPhrase(
      "model is trained and saved", .end, example: "Your Rasa model is trained and saved at 'm.tar.gz'."),
    TrainerPhrase("training ended", .end, at: .opening, example: "Training ended"),
    TrainerPhrase("completed training", .end, at: .opening, example: "Completed training"),
    TrainerPhrase("training successful", .end, at: .opening, example: "Training successful"),
    TrainerPhrase("training was successful", .end, at: .opening, example: "Training was successful"),
    TrainerPhrase("`trainer.fit` stopped", .end, example: "`Trainer.fit` stopped: `max_epochs=4` reached."),
    TrainerPhrase(
      "[after training is done]", .end, example: "[after training is done] datetime: 2024-05-01 10:00:00"),
    TrainerPhrase(
      "overall training speed", .end, example: "Overall training speed: 298 iterations in 0:01:00"),
    TrainerPhrase("training time ", .end, at: .openingNumber, example: "Training time 0:01:02"),
    TrainerPhrase("loss for final step", .end, example: "INFO:tensorflow:Loss for final step: 0.31."),
    TrainerPhrase(
      "because you reached max_epochs", .end,
      example: "Stop training because you reached max_epochs = 30 with best_epoch = 27"),
    TrainerPhrase("*** best metric", .end, example: "*** Best metric: 75.1 (epoch 9)"),
    TrainerPhrase("besttest =", .end, example: "bestTest = 0.3127"),
    TrainerPhrase(
      "saved pipeline to output directory", .end, example: "✔ Saved pipeline to output directory"),
    TrainerPhrase(
      "convergence after", .end, at: .opening, example: "Convergence after 10 epochs took 0.01 seconds"),
    TrainerPhrase(
      "'msg': 'training on ", .end,
      example: "Word2Vec lifecycle event {'msg': 'training on 9', 'event': 'train'}"),
    TrainerPhrase(
      "did not meet early stopping", .end, example: "Did not meet early stopping. Best iteration is:"),
    TrainerPhrase(
      "early stopping, best iteration is", .end, example: "[LightGBM] Early stopping, best iteration is:"),
  ]

  private static let interruptions = [
    TrainerPhrase("validating", .evaluation, at: .closing, example: "allennlp.training.trainer - Validating"),
    TrainerPhrase("***** running evaluation", .evaluation, example: "***** Running Evaluation *****"),
    TrainerPhrase("***** running prediction", .evaluation, example: "***** Running Prediction *****"),
    TrainerPhrase("eval begin", .evaluation, example: "Eval begin..."),
    TrainerPhrase("predict begin", .evaluation, example: "Predict begin..."),
    TrainerPhrase("evaluating ", .evaluation, at: .opening, example: "Evaluating the checkpoint of epoch 12"),
    TrainerPhrase("evaluation only", .evaluation, example: "INFO - __main__ -   Evaluation only"),
    TrainerPhrase("fingerprint extraction", .evaluation, example: "Fingerprint extraction..."),
    TrainerPhrase(
      "loading pipeline components", .evaluation, example: "Loading pipeline components...: 100%|█| 7/7"),

    TrainerPhrase(": early stopping", .earlyStop, at: .closing, example: "Epoch 12: early stopping"),
    TrainerPhrase(
      "early stopping, best iteration", .earlyStop, example: "Early stopping, best iteration is:"),
    TrainerPhrase(
      "early stop since", .earlyStop,
      example: "early stop since valid performance hasn't improved for last 5 runs"),
    TrainerPhrase(
      "stopped early", .earlyStop, example: "EarlyStopping: Training stopped early as no improvement observed"
    ),
    TrainerPhrase(
      "signaling trainer to stop", .earlyStop,
      example: "Monitored metric val_loss did not improve. Signaling Trainer to stop."),
    TrainerPhrase(
      "stopped by overfitting detector", .earlyStop,
      example: "Stopped by overfitting detector  (20 iterations wait)"),
    TrainerPhrase("stopping. best iteration", .earlyStop, example: "Stopping. Best iteration:"),
    TrainerPhrase("ran out of patience", .earlyStop, example: "Ran out of patience.  Stopping training."),
    TrainerPhrase(
      "stopping since ", .earlyStop,
      example: "Stopping since valid_loss has not improved in the last 5 epochs."),
    TrainerPhrase(
      "consecutive epochs. stopping", .earlyStop,
      example: "Training loss did not improve more than tol=0.0001 for 10 consecutive epochs. Stopping."),
    TrainerPhrase(
      "early stopping occurred", .earlyStop,
      example: "Early stopping occurred at epoch 20 with best_epoch = 10"),
    TrainerPhrase(
      "early stopping triggered", .earlyStop, example: "Early stopping triggered after 12 epochs"),
    TrainerPhrase("early stopping at epoch", .earlyStop, example: "Early stopping at epoch 12"),

    TrainerPhrase(
      "nothing to resume", .nothingToDo, example: "training to 3 epochs is finished, nothing to resume."),
    TrainerPhrase(
      "nothing to train", .nothingToDo, example: "Nothing to train: the last checkpoint is of epoch 10"),
    TrainerPhrase(
      "training has already reached", .nothingToDo,
      example: "The training has already reached at max_epoch: 30"),
    TrainerPhrase("training already complete", .nothingToDo, example: "Training already completed, exiting"),
    TrainerPhrase("training already finished", .nothingToDo, example: "Training already finished"),
    TrainerPhrase("training is already complete", .nothingToDo, example: "Training is already complete"),
    TrainerPhrase("model already trained", .nothingToDo, example: "Model already trained, skipping"),
  ]
}
