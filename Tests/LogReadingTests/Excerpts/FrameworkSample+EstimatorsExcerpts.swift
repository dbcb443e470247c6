internal import TrainingModel

extension FrameworkSample {
  /// Boosting, scikit-learn and searches.
  static let excerptsOfEstimators = [
    FrameworkSample(
      name: "r Xgboost",
      log: FrameworkSample.lines(
        "[1]\ttrain-logloss:0.612345\teval-logloss:0.622345 \n",
        "Multiple eval metrics are present. Will use eval_logloss for early stopping.\n",
        "Will train until eval_logloss hasn't improved in 3 rounds.\n",
        "\n",
        "[2]\ttrain-logloss:0.562345\teval-logloss:0.582345 \n"),
      start: "[1]\ttrain-logloss:0.612345\teval-logloss:0.622345 ",
      progress: TrainingProgress(step: 2),
      metrics: ["train-logloss": 0.562345, "eval-logloss": 0.582345]),
    FrameworkSample(
      name: "ranger",
      log: FrameworkSample.lines(
        "Growing trees.. Progress: 23%. Estimated remaining time: 1 minute, 42 seconds.\n",
        "Growing trees.. Progress: 47%. Estimated remaining time: 1 minute, 10 seconds.\n"),
      start: "Growing trees.. Progress: 23%. Estimated remaining time: 1 minute, 42 seconds.",
      progress: TrainingProgress(percent: 47, etaSeconds: 70)),
    FrameworkSample(
      name: "lgb CLI",
      log: FrameworkSample.lines(
        "[LightGBM] [Info] Finished loading data in 0.312345 seconds\n",
        "[LightGBM] [Info] Started training...\n",
        "[LightGBM] [Info] Iteration:1, training auc : 0.789812\n",
        "[LightGBM] [Info] Iteration:1, valid_1 auc : 0.771212\n",
        "[LightGBM] [Info] 0.021234 seconds elapsed, finished iteration 1\n",
        "[LightGBM] [Info] Iteration:2, training auc : 0.809812\n",
        "[LightGBM] [Info] Iteration:2, valid_1 auc : 0.791212\n",
        "[LightGBM] [Info] 0.041234 seconds elapsed, finished iteration 2\n"),
      start: "[LightGBM] [Info] Started training...",
      progress: TrainingProgress(step: 2),
      metrics: ["training auc": 0.809812, "valid_1 auc": 0.791212]),
    FrameworkSample(
      name: "xgb Rabit",
      log: FrameworkSample.lines(
        "[10:00:00] [0]\ttrain-rmse:0.512345\teval-rmse:0.522345\n",
        "[10:00:01] [10]\ttrain-rmse:0.312345\teval-rmse:0.342345\n"),
      start: "[10:00:00] [0]\ttrain-rmse:0.512345\teval-rmse:0.522345",
      progress: TrainingProgress(step: 10),
      metrics: ["train-rmse": 0.312345, "eval-rmse": 0.342345]),
    FrameworkSample(
      name: "xgb Spark",
      log: FrameworkSample.lines(
        "2024-05-01 10:00:00 INFO XGBoostPython: [3]\ttraining-logloss:0.41234\tvalidation-",
        "logloss:0.43234\n",
        "2024-05-01 10:00:01 INFO XGBoostPython: [4]\ttraining-logloss:0.38234\tvalidation-",
        "logloss:0.41234\n"),
      start: FrameworkSample.lines(
        "2024-05-01 10:00:00 INFO XGBoostPython: [3]\ttraining-logloss:0.41234\tvalidation-",
        "logloss:0.43234"),
      progress: TrainingProgress(step: 4),
      metrics: ["training-logloss": 0.38234, "validation-logloss": 0.41234]),
    FrameworkSample(
      name: "catboost Long",
      log: FrameworkSample.lines(
        "Learning rate set to 0.0312\n",
        "0:\tlearn: 0.6712345\ttest: 0.6732345\tbest: 0.6732345 (0)\ttotal: 51.2ms\tremaining:",
        " 51.1s\n",
        "100:\tlearn: 0.3712345\ttest: 0.4032345\tbest: 0.4032345 (100)\ttotal: 4.12s\tremaini",
        "ng: 36.7s\n"),
      start: FrameworkSample.lines(
        "0:\tlearn: 0.6712345\ttest: 0.6732345\tbest: 0.6732345 (0)\ttotal: 51.2ms\tremaining:",
        " 51.1s"),
      progress: TrainingProgress(step: 100, etaSeconds: 36.7),
      metrics: ["learn": 0.3712345, "test": 0.4032345]),
    FrameworkSample(
      name: "ngboost",
      log: FrameworkSample.lines(
        "[iter 0] loss=3.6212 val_loss=0.0000 scale=1.0000 norm=6.7123\n",
        "[iter 100] loss=3.0712 val_loss=0.0000 scale=2.0000 norm=5.7123\n"),
      start: "[iter 0] loss=3.6212 val_loss=0.0000 scale=1.0000 norm=6.7123",
      progress: TrainingProgress(step: 100),
      metrics: ["loss": 3.0712, "norm": 5.7123]),
    FrameworkSample(
      name: "isolation",
      log: FrameworkSample.lines(
        "Building estimator 1 of 10 for this parallel run (total 100)...\n",
        "Building estimator 2 of 10 for this parallel run (total 100)...\n",
        "[Parallel(n_jobs=1)]: Done   1 out of   1 | elapsed:    0.0s remaining:    0.0s\n"),
      start: "Building estimator 1 of 10 for this parallel run (total 100)...",
      progress: TrainingProgress(step: 2, totalSteps: 10)),
    FrameworkSample(
      name: "gmm",
      log: FrameworkSample.lines(
        "Initialization 0\n",
        "  Iteration 10\n",
        "  Iteration 20\n",
        "Initialization converged.\n"),
      start: "  Iteration 10",
      progress: TrainingProgress(step: 20)),
    FrameworkSample(
      name: "rbm",
      log: FrameworkSample.lines(
        "[BernoulliRBM] Iteration 1, pseudo-likelihood = -21.61, time = 0.12s\n",
        "[BernoulliRBM] Iteration 2, pseudo-likelihood = -20.11, time = 0.14s\n"),
      start: "[BernoulliRBM] Iteration 1, pseudo-likelihood = -21.61, time = 0.12s",
      progress: TrainingProgress(step: 2),
      metrics: ["pseudo-likelihood": -20.11]),
    FrameworkSample(
      name: "sk LDA",
      log: FrameworkSample.lines(
        "iteration: 1 of max_iter: 10, perplexity: 1123.4123\n",
        "iteration: 2 of max_iter: 10, perplexity: 1023.4123\n"),
      start: "iteration: 1 of max_iter: 10, perplexity: 1123.4123",
      progress: TrainingProgress(step: 2, totalSteps: 10),
      metrics: ["perplexity": 1023.4123]),
    FrameworkSample(
      name: "tsne",
      log: FrameworkSample.lines(
        "[t-SNE] Computing 91 nearest neighbors...\n",
        "[t-SNE] Indexed 1797 samples in 0.001s...\n",
        "[t-SNE] Computed conditional probabilities for sample 1000 / 1797\n",
        "[t-SNE] Mean sigma: 8.512345\n",
        "[t-SNE] KL divergence after 250 iterations with early exaggeration: 61.512345\n",
        "[t-SNE] Iteration 300: error = 1.5123456, gradient norm = 0.0012345 (50 iteratio",
        "ns in 0.512s)\n"),
      start: FrameworkSample.lines(
        "[t-SNE] Iteration 300: error = 1.5123456, gradient norm = 0.0012345 (50 iteratio",
        "ns in 0.512s)"),
      progress: TrainingProgress(step: 300),
      metrics: ["error": 1.5123456, "gradient norm": 0.0012345]),
    FrameworkSample(
      name: "lbfgs",
      log: FrameworkSample.lines(
        "RUNNING THE L-BFGS-B CODE\n",
        "\n",
        "           * * *\n",
        "\n",
        "Machine precision = 2.220D-16\n",
        " N =           18     M =           10\n",
        "\n",
        "At X0         0 variables are exactly at the bounds\n",
        "\n",
        "At iterate    0    f=  6.93147D-01    |proj g|=  3.12345D-01\n",
        "\n",
        "At iterate    5    f=  5.12345D-01    |proj g|=  1.21234D-03\n"),
      start: "At iterate    0    f=  6.93147D-01    |proj g|=  3.12345D-01",
      progress: TrainingProgress(step: 5),
      metrics: ["f": 0.512345]),
    FrameworkSample(
      name: "grid Search",
      log: FrameworkSample.lines(
        "Fitting 5 folds for each of 12 candidates, totalling 60 fits\n",
        "[CV 1/5; 1/12] START C=0.1, gamma=1.............................................",
        "\n",
        "[CV 1/5; 1/12] END ..............C=0.1, gamma=1;, score=0.812 total time=   0.1s",
        "\n",
        "[CV 2/5; 1/12] START C=0.1, gamma=1.............................................",
        "\n",
        "[CV 2/5; 1/12] END ..............C=0.1, gamma=1;, score=0.832 total time=   0.1s",
        "\n"),
      start: "Fitting 5 folds for each of 12 candidates, totalling 60 fits",
      metrics: ["score": 0.832]),
    FrameworkSample(
      name: "hyperopt",
      log: FrameworkSample.lines(
        "  0%|          | 0/100 [00:00<?, ?trial/s, best loss=?]\r",
        " 10%|█         | 10/100 [00:10<01:30,  1.01s/trial, best loss: 0.1212]"),
      start: "  0%|          | 0/100 [00:00<?, ?trial/s, best loss=?]",
      progress: TrainingProgress(step: 10, totalSteps: 100),
      metrics: ["best loss": 0.1212]),
  ]
}
