import TrainingModel

/// Nouns and verbs that go together where the author of a message is not known: what is left of a cause when its best
/// known words are not there.
enum BroadWordRules {
  static let all: [FailureRule] = [
    PhraseRules.phrase(
      .tensorShapeMismatch, weight: 5, except: ["AssertionError"],
      all: [
        ["shape", "size", "dimension", "matrices", "matrix"],
        [
          "cannot be multiplied", "can't be multiplied", "cannot be broadcast", "can't be broadcast",
          "expects each",
          "equal size", "cannot be concatenated", "must agree", "do not agree", "do not fit", "does not fit",
          "not conformable", "cannot be reshaped", "cannot be viewed", "not aligned",
        ],
      ]),
    .general(
      .dtypeOrDeviceMismatch, weight: 5,
      condition: { scene in
        // Two names of types, and a word that sets them against each other.
        guard let exception = scene.exception, PhraseRules.isWorded(exception), let text = scene.headline,
          ["match", "should be the same", "but got", "but found", "mismatch", "and got", " vs ", "different"]
            .contains(where: text.has)
        else { return false }
        return (2...3).contains(numberTypes.count(where: text.has))
      }),
    PhraseRules.phrase(
      .dataFormat, weight: 5, except: ["AssertionError"],
      all: [
        [
          "image", "jpeg", "png", "tiff", " wav", "mp3", "flac", "video", "xml", "html", "json", "csv",
          "tfrecord",
          "parquet", "zip", "gzip", "archive", "pickle",
        ],
        [
          "invalid", "unknown", "unsupported", "corrupt", "truncated", "malformed", "broken", "not a valid",
          "unrecognized", "bad ", "damaged", "not recognised", "not recognized",
        ],
        ["data", "file", "format", "header", "stream", "content", "byte", "record", "document"],
      ]),
    PhraseRules.phrase(
      .hostOutOfMemory, weight: 6,
      all: [
        ["memory", " bytes", "mib", "gib", " mb", " gb"],
        [
          "cannot allocate", "can't allocate", "could not allocate", "failed to allocate",
          "unable to allocate",
          "allocation failed", "not enough memory", "insufficient memory", "memory exhausted",
          "out of memory",
          "ran out of memory", "not enough ram", "insufficient ram",
        ],
      ], unless: ["gpu", "cuda", "hip", "mps", "device", "hbm", "vram", "shared memory", "shm", "disk"]),
    .general(
      .cudaDriverOrVersion, weight: 6,
      condition: { scene in
        guard let exception = scene.exception, let text = scene.headline,
          PhraseRules.isWorded(exception) || exception.name == "AssertionError", text.has("gpu")
        else { return false }
        return [
          "no gpu", "gpus found", "gpus are found", "gpus but only", "gpus, but only", "gpus available",
          "machine only has", "0 gpus", "gpu was found", "gpu is found", "gpus were found", "without a gpu",
        ]
        .contains(where: text.has)
      }),
    // An error of the accelerator's libraries that no code tells apart.
    .general(
      .cudaDriverOrVersion, weight: 3,
      words: [
        ["cuda error"], ["cuda runtime error"], ["cudnn error"], ["cudnn_status_"], ["cublas error"],
        ["cublas_status_"], ["hip error"], ["cuda driver"], ["cuda toolkit"], ["nvrtc"], ["cudaerror"],
        ["hiperror"],
      ], unless: ["unhandled cuda error", "nccl"]),
    .general(
      .dependencyConflict, weight: 5,
      condition: { scene in
        // A compiled module of a package that is there cannot be loaded.
        guard let exception = scene.exception, ["ImportError", "OSError"].contains(exception.name),
          let text = scene.headline
        else { return false }
        return text.has(".so: ") && !text.has("cannot open shared object") || text.has("dll load failed")
      }),
    .general(
      .dependencyConflict, weight: 6,
      words: [
        [">=", "but found"], ["==", "but found"], ["<", "but found"], ["==", "but got"], ["requires version"],
        ["expected version"], ["version", "too old"], ["version", "too new"], ["newer version"],
        ["older version"], ["minimum version"], ["version", "is installed"], ["versions", "do not match"],
        ["versions", "mismatch"], ["has been moved"], ["was moved to"], ["has been renamed"], ["was renamed"],
        ["no longer supports"], ["no longer available"], ["no longer exists"], ["no longer accepts"],
        ["no longer provides"], ["is obsolete"], ["was removed"], ["api has changed"], ["api changed"],
      ],
      unless: ["driver", "cuda", "was removed from the", "column"]),
    .general(
      .dependencyConflict, weight: 4,
      condition: { scene in
        // A library calls another one with arguments that it does not take; what users write, it calls by known names.
        guard let exception = scene.exception, exception.name == "TypeError",
          exception.frames.last.map({ !$0.isUserCode }) ?? false, let text = scene.headline
        else { return false }
        return ["unexpected keyword argument", "positional argument but", "positional arguments but"]
          .contains(where: text.has)
          && !["forward(", "<lambda>", "collate", "_step(", "compute_", "__getitem__", "call()"]
            .contains(where: text.has)
      }),
    .general(
      .checkpointIncompatible, weight: 5, words: [["can't get attribute '", "' on <module"]],
      unless: ["__main__"]),
    .general(
      .codeError, weight: 6,
      words: [
        ["recomputed values"], ["no inf checks were recorded"], ["differentiated tensors appears"],
        ["symbolic `tf.tensor`"], ["not allowed in graph"], ["already been called on this optimizer"],
      ]),
    .general(
      .authentication, weight: 6,
      words: [
        ["access to", "restricted"], ["must be authenticated"], ["be logged in"], ["you need to log in"],
        ["not logged in"], ["login required"], ["access denied"], ["access token"], ["api token"],
        ["api key"],
        ["missing credentials"], ["credentials", "not found"], ["credentials", "expired"],
        ["token has expired"],
        ["token expired"], ["private or gated"], ["accept the license"], ["accept the terms"],
        ["do not have access"], ["don't have access"],
      ],
      unless: ["[errno"]),
    .general(
      .fileNotFound, weight: 4,
      condition: { scene in
        // `No valid checkpoint found in out`: something is looked for, and it is no sample.
        guard let exception = scene.exception, PhraseRules.isWorded(exception), let text = scene.headline,
          text.has("no "), text.has(" found in ") || text.has(" found at ")
        else { return false }
        return ["checkpoint", "file", "weights", "config", "index", "tokenizer", "vocab", "manifest", "ckpt"]
          .contains(where: text.has)
      }),
    PhraseRules.phrase(
      .fileNotFound, weight: 5,
      all: [
        ["/", ".txt", ".csv", ".json", ".yaml", ".pt", ".bin", ".h5", "file", "path"],
        [
          "cannot be opened", "can't be opened", "could not be opened", "unable to open", "failed to open",
          "could not open", "cannot open", "can't open", "is not a directory", "no such directory",
        ],
      ]),
    .general(
      .fileNotFound, weight: 3, words: [["doesn't exist"], ["does not exist"], ["not exists"]],
      unless: ["column", "attribute", "module", "environment", "key ", "label", "class "]),
    .general(
      .permissionDenied, weight: 5,
      words: [
        ["readonly"], ["not writable"], ["not writeable"], ["write-protected"], ["no write access"],
        ["permission to write"], ["write permission"], ["access is denied"], ["permissionerror"],
      ],
      unless: ["attribute", "property", "array is read", "destination is read"]),
    .general(
      .resourceLocked, weight: 5, words: [[" is locked"], ["sqlite_busy"], ["held by another process"]],
      unless: ["gpu"], readsLines: true),
    .general(
      .rendezvousOrPort, weight: 5,
      words: [["port", "already in use"], ["port", "is in use"], ["failed to bind"]],
      unless: ["tensorboard"], readsLines: true),
    .general(.rendezvousOrPort, weight: 6, words: [["connect() timed out"]]),
    .general(
      .hangOrTimeout, weight: 4,
      words: [["timed out"], ["timeout after"], ["timeout expired"], ["time-out after"], ["took too long"]],
      unless: [
        "http", "connect", "url", "nccl", "gloo", "socket", "store", "rendezvous", "collective",
      ]),
    .general(
      .numericalDivergence, weight: 7,
      words: ["minimum", "cannot decrease", "too small", "underflow"].map { ["loss scale", $0] }),
    .general(
      .indexOutOfRange, weight: 4,
      words: [
        ["exceeds the vocab"], ["larger than the vocab"], ["exceeds vocabulary"],
        ["exceeds", "position embed"],
      ]),
  ]

  private static let numberTypes = [
    "float16", "float32", "float64", "bfloat16", "half", "double", "int64", "int32", "int8", "complex64",
    "(float)",
    " float ", " long ", " int ",
  ]
}
