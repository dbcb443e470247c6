internal import TrainingModel

extension FrameworkSample {
  /// XGBoost.
  static let xgboost = FrameworkSample(
    name: "XGBoost",
    log: lines(
      "[0]\ttrain-auc:0.71123\tvalid-auc:0.69123\n",
      "[10]\ttrain-auc:0.91123\tvalid-auc:0.84123\n"),
    start: "[0]\ttrain-auc:0.71123\tvalid-auc:0.69123",
    progress: TrainingProgress(step: 10),
    metrics: ["train-auc": 0.91123, "valid-auc": 0.84123])

  /// LightGBM, stopped early: its last line is the best round again.
  static let lightGBM = FrameworkSample(
    name: "LightGBM, stopped early: its last line is the best round again",
    log: lines(
      "[LightGBM] [Info] Start training from score -0.080043\n",
      "Training until validation scores don't improve for 3 rounds\n",
      "[2]\tvalid_0's auc: 0.91\tvalid_0's binary_logloss: 0.519042\n",
      "[4]\tvalid_0's auc: 0.9\tvalid_0's binary_logloss: 0.529592\n",
      "Early stopping, best iteration is:\n",
      "[1]\tvalid_0's auc: 0.92\tvalid_0's binary_logloss: 0.496691\n"),
    start: "[LightGBM] [Info] Start training from score -0.080043",
    progress: TrainingProgress(step: 4),
    metrics: ["valid_0's auc": 0.92],
    endSeen: true,
    stopsEarly: true)

  /// CatBoost.
  static let catBoost = FrameworkSample(
    name: "CatBoost",
    log: lines(
      "Learning rate set to 0.108196\n",
      "0:\tlearn: 0.6419748\ttest: 0.7388574\tbest: 0.7388574 (0)\ttotal: 48.6ms\tremaining: 1.41s",
      "\n",
      "5:\tlearn: 0.5419748\ttest: 0.7588574\tbest: 0.7388574 (0)\ttotal: 78.6ms\tremaining: 390ms",
      "\n",
      "Stopped by overfitting detector  (3 iterations wait)\n",
      "\n",
      "bestTest = 0.7388573994\n",
      "bestIteration = 0\n"),
    start: "0:\tlearn: 0.6419748\ttest: 0.7388574\tbest: 0.7388574 (0)\ttotal: 48.6ms\tremaining: 1.41s",
    progress: TrainingProgress(step: 5, etaSeconds: 0.39),
    metrics: ["learn": 0.5419748, "test": 0.7588574],
    endSeen: true,
    stopsEarly: true)
}
