import TrainingModel

/// What native code prints when one of its own checks fails: glog (Caffe, Abseil, TensorFlow), dmlc (MXNet, TVM, DGL).
enum CheckRules {
  static let all: [FailureRule] = [
    check(
      .cudaOutOfMemory, weight: 9,
      words: [["cudasuccess", "out of memory"], ["check failed", "out of memory"]]),
    .general(.cudaOutOfMemory, weight: 8, words: [["thcudacheck fail", "out of memory"]], readsLines: true),
    check(
      .fileNotFound, weight: 7,
      words: [
        "file not found", "no such file", "failed to open", "could not open", "cannot open", "can't open",
        "unable to open",
      ].map { ["check failed", $0] }),
    check(
      .dataFormat, weight: 6,
      words: ["nan", "corrupt", "parse", "decode", "record", "label", "magic number"].map {
        ["check failed", $0]
      }),
    check(
      .tensorShapeMismatch, weight: 6,
      words: ["shape", "dimension", "size() ==", "channels", "num_axes", "ndim"].map { ["check failed", $0] }),
    check(
      .invalidConfiguration, weight: 6,
      words: ["must specify", "must be specified", "please set", "unknown ", "is required", "not supported"]
        .map {
          ["check failed", $0]
        }),
    .general(
      .assertionFailed, weight: 3, words: [["check failed"]],
      condition: { $0.exception != nil }),
    .general(.assertionFailed, weight: 4, exceptions: [], words: [["condition violated: "]]),
    // Without an exception a check that fails ends the process.
    .general(
      .aborted, weight: 4, words: [["check failed: "]], readsLines: true, condition: { $0.exception == nil }),
  ]

  private static func check(_ type: FailureType, weight: Int, words: [[String]]) -> FailureRule {
    .general(type, weight: weight, words: words, readsLines: true)
  }
}
