/// A word in the name of a progress bar that tells what the bar counts, and a name that has it.
package struct BarWord: Sendable {
  /// In small letters.
  package let text: StaticString
  /// Whether such a bar counts training; words for other work win over these.
  package let isTraining: Bool
  /// A name as it is printed, which is the word's test.
  package let example: StaticString

  /// Every word that is known.
  package static let all = training + other

  static let training = [
    BarWord(text: "train", isTraining: true, example: "model train"),
    BarWord(text: "epoch", isTraining: true, example: "my epoch 3"),
    BarWord(text: "step", isTraining: true, example: "Steps"),
    BarWord(text: "iter", isTraining: true, example: "Iterations"),
    BarWord(text: "fine-tun", isTraining: true, example: "Fine-tuning"),
    BarWord(text: "finetun", isTraining: true, example: "Finetuning"),
    BarWord(text: "fitting", isTraining: true, example: "Fitting"),
    BarWord(text: "optimi", isTraining: true, example: "Optimizing"),
    BarWord(text: "learning", isTraining: true, example: "Learning"),
  ]

  /// Loading, evaluation and other work that draws the same bars.
  static let other = [
    BarWord(text: "valid", isTraining: false, example: "Validating"),
    BarWord(text: "val ", isTraining: false, example: "Val epoch 1"),
    BarWord(text: "val:", isTraining: false, example: "Epoch val"),
    BarWord(text: "eval", isTraining: false, example: "Evaluating"),
    BarWord(text: "test", isTraining: false, example: "Testing DataLoader 0"),
    BarWord(text: "predict", isTraining: false, example: "Predicting DataLoader 0"),
    BarWord(text: "infer", isTraining: false, example: "Running inference"),
    BarWord(text: "sampl", isTraining: false, example: "Sampling"),
    BarWord(text: "generat", isTraining: false, example: "Generating images"),
    BarWord(text: "token", isTraining: false, example: "Tokenizing"),
    BarWord(text: "map", isTraining: false, example: "Map (num_proc=2)"),
    BarWord(text: "filter", isTraining: false, example: "Filter"),
    BarWord(text: "load", isTraining: false, example: "Loading images"),
    BarWord(text: "fetch", isTraining: false, example: "Fetching 3 files"),
    BarWord(text: "extract", isTraining: false, example: "Extracting features"),
    BarWord(text: "writ", isTraining: false, example: "Writing shards"),
    BarWord(text: "saving", isTraining: false, example: "Saving the dataset (1/1 shards)"),
    BarWord(text: "prepar", isTraining: false, example: "Preparing data"),
    BarWord(text: "process", isTraining: false, example: "Preprocessing cases"),
    BarWord(text: "scan", isTraining: false, example: "Scanning labels"),
    BarWord(text: "cach", isTraining: false, example: "Caching images"),
    BarWord(text: "build", isTraining: false, example: "Building labels"),
    BarWord(text: "truncat", isTraining: false, example: "Truncating"),
    BarWord(text: "convert", isTraining: false, example: "Converting format"),
    BarWord(text: "pack", isTraining: false, example: "Packing sequences"),
    BarWord(text: "shard", isTraining: false, example: "Shards"),
    BarWord(text: "check", isTraining: false, example: "Checking files"),
    BarWord(text: "upload", isTraining: false, example: "Uploading"),
    BarWord(text: "resolv", isTraining: false, example: "Resolving data files"),
    BarWord(text: "collect", isTraining: false, example: "Collecting stats"),
    BarWord(text: "calibrat", isTraining: false, example: "Calibrating"),
    BarWord(text: "compil", isTraining: false, example: "Compiling kernels"),
    BarWord(text: "index", isTraining: false, example: "Indexing"),
    BarWord(text: "encod", isTraining: false, example: "Encoding"),
    BarWord(text: "decod", isTraining: false, example: "Decoding"),
    BarWord(text: "read", isTraining: false, example: "Reading"),
    BarWord(text: "creat", isTraining: false, example: "Creating json"),
    BarWord(text: "split", isTraining: false, example: "Splitting"),
    BarWord(text: "import", isTraining: false, example: "Importing"),
    BarWord(text: "comput", isTraining: false, example: "Computing norms"),
    BarWord(text: "download", isTraining: false, example: "Downloading shards"),
    BarWord(text: "rollout", isTraining: false, example: "Rollout"),
    BarWord(text: "simulat", isTraining: false, example: "Simulating"),
    BarWord(text: "analy", isTraining: false, example: "Analyzing"),
    BarWord(text: "label", isTraining: false, example: "Labels"),
    BarWord(text: "copy", isTraining: false, example: "Copying"),
    BarWord(text: "solv", isTraining: false, example: "Solving"),
    BarWord(text: "class ", isTraining: false, example: "Class images"),
    BarWord(text: "merg", isTraining: false, example: "Merging"),
    BarWord(text: "quantiz", isTraining: false, example: "Quantizing"),
    BarWord(text: "export", isTraining: false, example: "Export"),
    BarWord(text: "camera", isTraining: false, example: "Reading cameras"),
    BarWord(text: "render", isTraining: false, example: "Rendering"),
    BarWord(text: "search", isTraining: false, example: "Searching"),
  ]
}
