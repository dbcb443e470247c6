internal import TrainingModel

extension FrameworkSample {
  /// Scikit-learn: forests.
  static let scikitForest = FrameworkSample(
    name: "scikit-learn: forests",
    log: lines(
      "building tree 1 of 100\n",
      "building tree 2 of 100\n",
      "[Parallel(n_jobs=1)]: Done   2 out of   2 | elapsed:    0.0s\n"),
    start: "building tree 1 of 100",
    progress: TrainingProgress(step: 2, totalSteps: 100))

  /// Scikit-learn: histogram boosting.
  static let scikitHistogram = FrameworkSample(
    name: "scikit-learn: histogram boosting",
    log: lines(
      "Binning 0.001 GB of training data: 0.077 s\n",
      "Fitting gradient boosted rounds:\n",
      "[1/15] 1 tree, 31 leaves, max depth = 8, train loss: 0.58012, val loss: 0.60112, in 0.012s\n",
      "[15/15] 1 tree, 31 leaves, max depth = 8, train loss: 0.38012, val loss: 0.50112, in 0.012s",
      "\n",
      "Fit 15 trees in 0.539 s, (465 total leaves)\n"),
    start: "Fitting gradient boosted rounds:",
    progress: TrainingProgress(step: 15, totalSteps: 15),
    metrics: ["train loss": 0.38012, "val loss": 0.50112],
    endSeen: true)

  /// Scikit-learn: stochastic gradient descent.
  static let scikitSGD = FrameworkSample(
    name: "scikit-learn: stochastic gradient descent",
    log: lines(
      "-- Epoch 1\n",
      "Norm: 53.47, NNZs: 5, Bias: -36.176905, T: 200, Avg. loss: 2.347295, Objective: 2.448580\n",
      "Total training time: 0.00 seconds.\n",
      "-- Epoch 2\n",
      "Norm: 69.01, NNZs: 5, Bias: -35.637189, T: 400, Avg. loss: 0.972563, Objective: 1.169630\n",
      "Total training time: 0.00 seconds.\n",
      "Convergence after 2 epochs took 0.00 seconds\n"),
    start: "-- Epoch 1",
    progress: TrainingProgress(epoch: 2),
    metrics: ["Avg. loss": 0.972563],
    endSeen: true)

  /// Scikit-learn: multilayer perceptron.
  static let scikitNetwork = FrameworkSample(
    name: "scikit-learn: multilayer perceptron",
    log: lines(
      "Iteration 1, loss = 0.83965633\n",
      "Validation score: 0.538889\n",
      "Iteration 2, loss = 0.80061975\n",
      "Validation score: 0.555555\n",
      "Training loss did not improve more than tol=0.000300 for 10 consecutive epochs. Stopping.\n"),
    start: "Iteration 1, loss = 0.83965633",
    progress: TrainingProgress(step: 2),
    metrics: ["loss": 0.80061975, "Validation score": 0.555555],
    stopsEarly: true)

  /// Scikit-learn: gradient boosting.
  static let scikitBoosting = FrameworkSample(
    name: "scikit-learn: gradient boosting",
    log: lines(
      "      Iter       Train Loss      OOB Improve   Remaining Time \n",
      "         1           0.9000           0.2000            1.30s\n",
      "         2           0.8000           0.1000            1.10s\n"),
    start: "         1           0.9000           0.2000            1.30s",
    progress: TrainingProgress(step: 2, etaSeconds: 1.1),
    metrics: ["Train Loss": 0.8, "OOB Improve": 0.1])

  /// Scikit-learn: searches, clusters, embeddings.
  static let scikitOthers = FrameworkSample(
    name: "scikit-learn: searches, clusters, embeddings",
    log: lines(
      "Fitting 3 folds for each of 4 candidates, totalling 12 fits\n",
      "[CV 1/3] END ...............................C=1;, score=0.940 total time=   0.0s\n",
      "Iteration 0, inertia 93.45228534585601.\n",
      "Iteration 1, inertia 59.90881465637521.\n",
      "[t-SNE] Iteration 50: error = 52.1364670, gradient norm = 0.1805687 (50 iterations in 0.025s",
      ")\n",
      "iteration: 2 of max_iter: 20, perplexity: 5.3066\n"),
    start: "Fitting 3 folds for each of 4 candidates, totalling 12 fits",
    metrics: ["score": 0.94, "inertia": 59.90881465637521, "error": 52.136467, "perplexity": 5.3066])
}
