import TrainingModel

/// How libraries word that sizes, types, devices and indices of tensors do not fit, beyond the best known texts.
enum TensorWordRules {
  static let all: [FailureRule] = [
    PhraseRules.phrase(
      .tensorShapeMismatch, weight: 4, except: ["AssertionError"],
      all: [
        [
          "be of equal size", "subscript", "input.size(", "input_size", "size of", "channel values",
          "hidden size",
          "sequence length", "number of features", "rows", "columns", "storage", "num_features", "input)",
        ],
        [
          "equal size", "does not broadcast", "be equal to", "expected", "but found", "not resizable",
          "not equal",
          "exceeds", "is larger than", "longer than", "doesn't match",
        ],
      ]),
    .general(
      .tensorShapeMismatch, weight: 6, exceptions: [],
      words: [
        ["was expecting embedding dimension"], ["inhomogeneous shape"],
        ["setting an array element with a sequence"], ["embed_dim", "should be", "got"],
        ["input (got ", "d input)"],
      ],
      readsLines: false),
    .general(
      .dtypeOrDeviceMismatch, weight: 6, exceptions: [],
      words: [
        ["\" not implemented for '"], ["doesn't support float64"], ["does not support float64"],
        ["can't convert np.ndarray of type"], ["to a tensor", "unsupported object type"],
        ["floating point", "can require gradients"], ["expected them to be on"], ["expected it to be on"],
        ["but found one of them on"], ["mixed dtype"], ["is on cpu,"], ["requires floating point"],
        ["must be floating point"], ["only floating"], ["should have dtype"], ["must have dtype"],
        ["expected a floating"], ["expected an integer tensor"], ["but is on the cpu"],
        ["tensors used as indices"],
        ["tensor to have dtype"], ["device type for generator"], ["only support fp16"],
        ["only supports fp16"], ["cannot safely cast"], ["unsupported dtype"], ["unsupported scalartype"],
        ["numpy type", "not supported"], ["pointer argument", "cpu tensor"],
      ],
      readsLines: false),
    .general(
      .indexOutOfRange, weight: 6, exceptions: [],
      words: [
        ["outside the valid range"], ["outside of the valid range"], ["outside of valid range"],
        ["class values must be"], ["out of table"], ["labels", "must be in [0"],
      ],
      readsLines: false),
    .general(
      .numericalDivergence, weight: 5, exceptions: ["LinAlgError", "_LinAlgError"],
      words: [
        ["non-finite values"], ["non-finite", "gradients"], ["svd did not converge"], ["failed to converge"],
        ["outputs is nan"], ["output is nan"], ["is nan", "stop"],
      ],
      unless: ["input x", "dtype('"], readsLines: false),
    // Rules of this kind read a plain line, too: what a program prints before it gives up.
    .general(
      .numericalDivergence, weight: 7,
      words: [
        ["loss is not finite"], ["loss is nan"], ["loss exploded"], ["loss diverged"], ["non-finite loss"],
        ["nan loss"], ["loss became nan"],
      ],
      unless: ["skip", "ignor"], readsLines: true),
    .general(
      .cudaOutOfMemory, weight: 8,
      words: ["cuda", "gpu", "vram", "device memory", "hbm"].map { ["out of memory", $0] }
        + [
          ["no executable batch size found"], ["gpu memory utilization"], ["gpu_memory_utilization"],
          ["enough gpu ram"], ["free memory on device"],
        ],
      unless: ["oom-kill", "killed process", "cgroup"], readsLines: true),
    .general(
      .cudaDriverOrVersion, weight: 8, exceptions: [],
      words: [
        ["libdevice not found"], ["no operator found for `memory_efficient"], ["doesn't have nccl built in"],
        ["cublas_status_invalid_value"],
        ["cublas_status_not_supported"], ["cusolver internal error"], ["cusolver_status_"],
        ["cusparse_status_"],
        ["cuda setup failed"], ["no working triton"], ["gpu not available"],
        ["failed call to cuinit"],
      ],
      readsLines: false),
    .general(
      .cudaIllegalAccess, weight: 8, words: [["error invalid configuration argument at line"]],
      readsLines: true),
  ]
}
