import TrainingModel

/// Data, checkpoints and settings.
enum DataRules {
  static let all: [FailureRule] = [
    FailureRule(
      .emptyDataset, weight: 7,
      words: [
        ["num_samples=0"], ["found no valid file"], ["no images found"], ["dataset is empty"],
        ["empty dataset"],
        ["found 0 files"], ["n_samples=0"], ["found array with 0 sample"],
        ["n_neighbors <", "n_samples_fit"], ["any class folder"],
        ["no training data"], ["no nlu data"], ["training will be skipped now"], ["0 training samples"],
        ["no training examples"], ["resulting train set will be empty"], ["no data found"],
        ["found 0 images"],
        ["the least populated class"], ["dataset has no"],
      ]
    ) { scene in
      [
        "Check \(scene.path ?? "the data path"): what the loader looks for is in the message (folders, "
          + "extensions, splits).",
        "Check filters and splits: they may have left nothing.",
      ]
    },
    FailureRule(
      .checkpointIncompatible, weight: 8, exceptions: ["UnpicklingError", "SafetensorError"],
      words: [
        ["loading state_dict"], ["in state_dict"], ["invalid load key"], ["weights only load failed"],
        ["pytorchstreamreader"], ["central directory"], ["objects could not be loaded"],
        ["objects that could not be loaded"], ["size mismatch for"],
        ["cannot load checkpoint"], ["optimizer", "parameter group", "doesn't match"],
        ["layers into a model with"],
        ["checkpoint", "does not match"], ["checkpoint", "corrupt"],
      ],
      readsLines: false
    ) { scene in
      let resume = scene.flag(["resume", "checkpoint", "ckpt", "weights", "pretrained"])
      return [
        "Use a checkpoint of the same model and class count\(resume.map { " (now: \($0))" } ?? ""), or "
          + "drop the layers that differ before loading (`strict=False` for the rest).",
        "Check that the file is whole: a few hundred bytes are a Git LFS pointer or an error page (`git "
          + "lfs pull`).",
        "torch 2.6 loads weights only: for a file you trust pass `weights_only=False`.",
      ]
    },
    FailureRule(
      .dataFormat, weight: 5,
      exceptions: [
        "UnidentifiedImageError", "JSONDecodeError", "ParserError", "UnicodeDecodeError", "BadZipFile",
        "ArrowInvalid",
        "EOFError", "ReadError", "BadGzipFile", "InvalidDimensionException", "EmptyDataError",
      ],
      words: [
        ["cannot identify image"], ["could not convert string to"], ["inconsistent numbers of samples"],
        ["contains nan"], ["input data contains"], ["label must be"], ["only one class"], ["feature_idx="],
        ["truncated file"],
        ["image file is truncated"], ["unknown image file format"],
        ["cannot convert '"],
        ["invalid classes inferred"], ["contains only one unique value"], ["no columns in the dataset match"],
        ["did not return a loss from the inputs"], ["has new level"], ["embedding dimension"],
        ["not a gzip file"], ["invalid jpeg"], ["invalid png"], ["invalid image"], ["invalid wav"],
        ["invalid json"], ["cast string to "], ["error tokenizing data"], ["previously unseen labels"],
        ["unknown label type"],
        ["invalid literal for int"], ["columns in"], ["cannot decode"], ["not a valid image"],
        ["schema", "does not match"],
        ["length mismatch"], ["does not match format"], ["bad value for num_feature"], ["corrupt", "image"],
        ["corrupt", "file"],
        ["corrupt", "archive"], ["corrupt", "record"],
        ["expected columns"], ["keyerror", "not in index"],
        ["all arrays must be of the same length"], ["invalid utf-8"], ["data_loss"],
      ]
    ) { scene in
      [
        "Look at \(scene.path ?? "the record that the message names"), and repair or leave out what is "
          + "not as expected.",
        "Check all files once before the training, so that it does not stop at the first bad one.",
      ]
    },
    FailureRule(
      .dataFormat, weight: 6, exceptions: ["KeyError"],
      condition: { scene in
        scene.exception?.frames.contains { $0.file.contains("pandas/") || $0.file.contains("datasets/") }
          ?? false
      },
      advice: { scene in
        [
          "The data have no column or field \(scene.quoted().map { "'\($0)'" } ?? "of that name"): "
            + "print the columns, and correct the name in the code or the header."
        ]
      }),
    FailureRule(
      .invalidConfiguration, weight: 6,
      exceptions: [
        "ValidationError", "InvalidParameterError", "ConfigAttributeError", "MissingMandatoryValue",
        "ScannerError",
        "ConfigKeyError", "OverrideParseException", "ConfigCompositionException", "MisconfigurationException",
      ],
      words: [
        [" error: argument"], ["unrecognized arguments"], ["following arguments are required"],
        ["invalid choice:"],
        ["validation error for"], ["validation errors for"], ["invalid parameter format"],
        ["should be a positive"],
        ["config validation error"], ["could not override"], ["no such option"],
        ["requires the save and eval strategy"],
        ["': could not find '"], ["invalid value for"], ["must be between"], ["must be greater than"],
        ["must be a positive"],
        ["not a valid choice"],
        ["invalid float value"], ["invalid int value"], ["got an invalid value"], ["is not a valid"],
        ["mutually exclusive"],
        ["error: the following"], ["must be divisible by"], ["not allowed with argument"],
        ["unknown parameter"],
        ["please also provide"], ["could not find key", "config"], ["support bf16"], ["support fp16"],
        ["unrecognized option"], ["not have a padding token"],
      ],
      unless: ["state_dict", "model identifier"]
    ) { scene in
      let flag = scene.word(after: "argument ").flatMap {
        $0.hasPrefix("-") ? String($0.prefix { $0 != ":" }) : nil
      }
      let isUnknownKey = scene.lower.has("is not in struct") || scene.lower.has("' not in '")
      let key = isUnknownKey ? scene.quoted(after: "key ") : nil
      return [
        key.map { "The configuration has no key '\($0)': correct its name, or add it (Hydra: `+\($0)=…`)." }
          ?? flag.map { "Correct the argument \($0)." } ?? "Correct the setting that the message names.",
        "Call the script with --help, or check the configuration file against the installed version.",
      ]
    },
  ]
}
