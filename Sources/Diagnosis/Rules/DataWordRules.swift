import TrainingModel

/// How libraries word that data, checkpoints and files are not as expected, beyond the best known texts.
enum DataWordRules {
  static let all: [FailureRule] = [
    .general(
      .emptyDataset, weight: 6, exceptions: [],
      words: [
        ["no proper sample"], ["can not train without"], ["cannot train without"],
        ["out of bounds for size 0"],
        ["no objects to concatenate"], ["labels variable is empty"], ["first build vocabulary"],
        ["empty vocabulary"], ["no batches"], ["no valid data"], ["end of sequence"], ["has length 0"],
        ["need at least one array"],
        ["zero-size array"], ["from an empty sequence"], ["arg is an empty sequence"], ["no labels in "],
        ["at least one array or dtype is required"], ["no labels found in"],
      ],
      readsLines: false),
    .general(
      .dataFormat, weight: 6, exceptions: [],
      words: [
        ["data cardinality is ambiguous"], ["expected 2d array, got"],
        ["all elements of input should be between"],
        ["labels are not correctly provided"], ["incorrect size for labels"], ["labels are too large"],
        ["label contains nan"], ["contains nan, infinity"], ["nan value on target"],
        ["special json characters"],
        ["unable to set entity information"], ["unrecognized data type"], ["cannot be resolved", "column"],
        ["unresolved_column"], ["missing values in object"], ["na/nan/inf in"],
        ["contrasts can be applied only"],
        ["undefined columns selected"], ["cannot load file containing pickled data"], ["not in gzip format"],
        ["unexpected end of file"], ["unexpected eof in archive"], ["supply an encoding"],
        ["have the same number of", "samples"], ["does not exist in 'categories'"], ["corrupted record"],
        ["does not look like a tar archive"], ["end-of-central-directory signature"],
        ["na in foreign function call"], ["roles must alternate"], ["feature:", "could not be found"],
        ["file signature not found"],
      ],
      readsLines: true),
    .general(
      .dataFormat, weight: 4,
      condition: { scene in
        // Of the boosting libraries' own errors those that speak of rows, labels and columns.
        guard let name = scene.exception?.name, boosting.contains(name), let text = scene.headline
        else { return false }
        return ["label", "feature", "data", "target", "column", "nan"].contains(where: text.has)
          && !["parameter", "option", "objective", "config", "metric ", "check failed"].contains(
            where: text.has)
      }),
    .general(
      .dataFormat, weight: 4,
      condition: { scene in
        // A line of a list of samples with fewer or more fields than the loader splits it into.
        guard let exception = scene.exception, let code = exception.frames.last?.code,
          LowerText(exception.headline).has("values to unpack")
        else { return false }
        return LowerText(code).has("split(")
      }),
    .general(
      .dataFormat, weight: 4,
      condition: { scene in
        // An annotation without the field that the loader reads.
        guard let exception = scene.exception, exception.name == "KeyError" else { return false }
        return exception.frames.suffix(2).contains { frame in
          guard let code = frame.code.map(LowerText.init) else { return false }
          return [
            "dataset[", "ann[", "anno[", "annotation[", "info[", "row[", "sample[", "example[", "record[",
            "item[",
            "df[", "data[", "self.imgs[", "csv_file[",
          ].contains(where: code.has)
        }
      }),
    .general(
      .checkpointIncompatible, weight: 7, exceptions: [],
      words: [
        ["not found in checkpoint"], ["unsupported pickle protocol"], ["from the pickle", "incompatible"],
        ["pytorch-lightning_version"], ["checkpoint", "different architecture"],
      ],
      readsLines: false),
    .general(
      .checkpointIncompatible, weight: 5, exceptions: ["KeyError", "AttributeError", "RuntimeError"],
      raisedIn: [
        "core/saving.py", "checkpointing.py", "checkpoint_connector.py", "checkpoint_io", "checkpointer.py",
      ]),
    .general(
      .fileNotFound, weight: 5,
      words: [
        ["training data not found"], ["cannot find or open"], ["data not found"], ["cannot be found at"],
        ["image not found "],
        ["file does not exist."], ["no rule to make target"],
        ["not a conda environment"],
      ],
      unless: ["dlopen"], readsLines: true),
    .general(
      .fileNotFound, weight: 6, exceptions: [], words: [["error opening", "system error"]], readsLines: false),
    .general(
      .dataFormat, weight: 6, exceptions: [], words: [["not found or corrupted"]], readsLines: false),
    .general(
      .networkError, weight: 6, exceptions: [], words: [["invalid hash value"]], readsLines: false),
    .general(
      .authentication, weight: 7, exceptions: [],
      words: [
        ["kaggle.json"], ["don't have the rights to"], ["invalid token passed"], ["invalid credentials in"],
        ["(signaturedoesnotmatch)"], ["(invalidtoken)"], ["(unauthorizedoperation)"],
        ["(unrecognizedclientexception)"], ["(accessdeniedexception)"],
      ],
      readsLines: false),
  ]

  private static let boosting: Set = ["LightGBMError", "XGBoostError", "CatBoostError"]
}
