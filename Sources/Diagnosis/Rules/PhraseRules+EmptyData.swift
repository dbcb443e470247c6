import TrainingModel

extension PhraseRules {
  /// How authors say that there is nothing to train on.
  static let emptyData: [FailureRule] = [
    phrase(
      .emptyDataset, weight: 6,
      all: [
        [
          "dataset", "data", "dataloader", "samples", "examples", "images", "train set", "training set",
          "split",
        ],
        [
          "is empty", "are empty", "non-empty", "no samples", "no examples", "0 samples", "zero samples",
          "has no ",
          "no training", "not enough samples", "too few", "at least one sample",
          "greater than the number of samples",
          "length 0", "no data", "of size 0", "zero length", "no valid samples", "0 sample", "empty dataset",
          "contains no ", "0 examples", "no images", "no valid images", "no labels found",
        ],
      ]),
    .general(
      .emptyDataset, weight: 6,
      condition: { scene in
        guard let exception = scene.exception, isWorded(exception), let text = scene.headline,
          text.has("empty"),
          !text.has("not empty")
        else { return false }
        let words = scene.wordSet
        return words.contains("empty")
          && !words.isDisjoint(with: [
            "data", "dataset", "datasets", "dataloader", "loader", "samples", "examples", "images", "corpus",
            "split", "trainset", "set", "records", "annotations", "vocabulary",
          ])
          && words.isDisjoint(with: ["directory", "argument", "parameter", "layer", "tensors", "axis"])
      }),
  ]
}
