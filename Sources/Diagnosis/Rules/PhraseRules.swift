import TrainingModel

/// How authors word a kind of failure, whoever they are: nouns and verbs that go together.
enum PhraseRules {
  private static let worded = [
    "ValueError", "RuntimeError", "TypeError", "Exception", "AssertionError", "NotImplementedError",
    "InvalidArgumentError", "XlaRuntimeError", "JaxRuntimeError", "AcceleratorError", "IndexError",
    "EinopsError",
    "XGBoostError", "CatBoostError", "LightGBMError", "MXNetError", "TVMError", "DGLError", "EnforceNotMet",
    "InternalError", "UnknownError", "Error", "KeyError", "SystemExit", "OSError",
  ]

  static let all: [FailureRule] =
    emptyData + [
      phrase(
        .tensorShapeMismatch, weight: 4, except: ["AssertionError"],
        all: [
          [
            "shape", "dimension", "torch.size", "channel", "feature", "sizes", "same size", "input size",
            "size of tensor",
            "axis", "rank of", "-d tensor", "size mismatch", "same length", "elements", "kernel size",
            "at dim",
            "embed_dim",
          ],
          [
            "mismatch", "match", "expected", "incompatible", "not compatible", "inconsistent",
            "should contain",
            "greater than actual", "broadcast",
            "different",
            "but got", "expecting", "divide", "must be equal", "must have", "should have", "must be the same",
            "invalid",
            "should be", "instead of", "unequal", "conflict", "not equal",
          ],
        ],
        unless: ["not supported for"]),
      phrase(
        .cudaDriverOrVersion, weight: 6,
        all: [
          ["cuda", "gpu", "nvidia", "cudnn", "rocm"],
          [
            "setup failed", "not enabled", "not available", "unavailable", "no visible", "not compiled",
            "was not built",
            "not detected", "can only be used on", "not been built", "no device", "compute capability",
          ],
        ]),
      .general(
        .tensorShapeMismatch, weight: 5,
        condition: { scene in
          guard let exception = scene.exception, isWorded(exception), exception.name != "AssertionError",
            let text = scene.headline, !text.has("constraint")
          else { return false }
          return ["expected", "got", "match", "vs", "but", "!=", "received"].contains(where: text.has)
            && ShapeText.count(in: exception.headline) >= 2
        }),
      phrase(
        .dtypeOrDeviceMismatch, weight: 5,
        all: [
          ["longtensor", "floattensor", "inttensor", "doubletensor", "halftensor", "bytetensor"],
          ["applicable", "expected", "got", "found", "must be", "of type"],
        ]),
      phrase(
        .dtypeOrDeviceMismatch, weight: 5, except: ["AssertionError"],
        all: [
          ["dtype", "scalar type", "datatype", "data type", "float16", "bfloat16"],
          [
            "but got", "expected", "mismatch", "match", "same", "requested", "different", "incompatible",
            "not supported",
            "promot",
          ],
        ]),
      phrase(
        .dtypeOrDeviceMismatch, weight: 6,
        all: [
          ["device", "on cpu", "on gpu", "on cuda"],
          [
            "different devices", "same device", "device mismatch", "wrong device",
            "not on the expected device",
            "not on gpu", "expected on",
          ],
        ]),
      phrase(
        .indexOutOfRange, weight: 5, except: ["AssertionError"],
        all: [
          ["index", "indices", "label", "target", "token id"],
          ["out of range", "out of bounds", "out-of-bounds", "is not in [0,", "beyond"],
        ]),
      phrase(
        .checkpointIncompatible, weight: 6,
        all: [
          [
            "state dict", "state_dict", "checkpoint", "pretrained weight", "loading weights", "ckpt",
            "weights from",
          ],
          [
            "mismatch", "not match", "missing key", "unexpected key", "incompatible", "corrupt",
            "unexpected keys",
            "invalid", "different", "not a valid", "truncated", "was saved with", "not compatible",
            "incomplete",
          ],
        ]),
      .general(
        .numericalDivergence, weight: 7, readsLines: false,
        condition: { scene in
          // Most texts hold none of these, and the words need not be told apart.
          guard ["nan", "inf", "finite", "diverg", "explod"].contains(where: scene.lower.has) else {
            return false
          }
          let words = scene.wordSet
          guard scene.exception.map({ $0.name != "KeyError" }) ?? false else { return false }
          let isNaN = !words.isDisjoint(with: [
            "nan", "nans", "inf", "infs", "infinite", "infinity", "nonfinite", "diverged", "diverging",
            "exploded",
            "exploding", "finite",
          ])
          return isNaN
            && !words.isDisjoint(with: [
              "loss", "losses", "gradient", "gradients", "grad", "grads", "grad_norm", "norm", "tensor",
              "logits",
              "parameters", "parameter", "weights", "activation", "activations", "training", "step",
              "iteration",
              "jit", "backward", "forward", "output", "policy", "reward", "encountered",
            ])
            && words.isDisjoint(with: [
              "input", "target", "csv", "column", "columns", "dataset", "file", "float64", "range", "must",
            ])
        }),
      phrase(
        .missingDependency, weight: 6,
        all: [
          ["library", "package", "dependency", "extension", "module", "ninja", "compiler", "ffmpeg"],
          [
            "library not found", "not installed", "be installed", "is required to", "requires package",
            "not be found in your",
          ],
        ]),
      phrase(
        .fileNotFound, weight: 5,
        all: [
          ["file", "directory", "checkpoint", "path", "folder", "model", "config", "dataset"],
          [
            "not found", "no file named", "can't find", "cannot find", "couldn't find", "unable to find",
            "does not exist",
            "doesn't exist", "no such", "could not find",
          ],
        ]),
      phrase(
        .dataFormat, weight: 4,
        all: [
          [
            "decode", "column", "csv", "parse", "jsonl", "record", "annotation", "audio", "video",
            "length of values", "encoding",
            "malformed", "label must", "header",
          ],
          [
            "failed", "not in", "does not match", "must contain", "malformed", "invalid", "unexpected",
            "missing", "corrupt",
            "cannot", "can't", "could not", "unable", "expected",
          ],
        ]),
      phrase(
        .invalidConfiguration, weight: 4, except: ["TypeError", "KeyError", "IndexError"],
        all: [
          [
            "choose from", "one of", "available options", "valid options", "valid values", "supported values",
            "allowed values",
            "must be positive", "must be in ", "must be greater", "must be at least", "must be less",
            "must be >", "must be <",
            "should be >", "should be <", "should be in ", "must be a multiple", "to be a multiple",
            "must be set", "must be specified", "argument must be", "must be a float", "must be an int",
            "must specify", "please specify",
            "you must", "need to specify", "cannot be used together", "cannot be used with", "cannot both",
            "at the same time",
            "not supported with", "mutually", "only one of", "either ", "is not empty", "overwrite",
            "unknown optimizer",
            "unknown model", "unknown scheduler", "unknown loss", "unknown dataset", "unknown mode",
            "unknown arch",
            "unsupported", "unrecognized", "unexpected value", "invalid value", "invalid option",
            "invalid argument",
            "invalid config", "config file", "configuration", "is not divisible", "not a recognized",
            "is required", "are required",
            "required when", "out of the range", "must be between", "has to be",
            "is not defined in the config",
            "not supported",
            "not recognized", " --", "(--", "`--", "'--", ": --", "hyperparameter", "not implemented",
            "invalid ",
            "unknown ",
          ]
        ]),
      .general(
        .invalidConfiguration, weight: 5,
        words: [
          ["error: missing option '"], ["error: missing option \""], ["error: missing argument"],
          ["error: got unexpected extra argument"],
          ["flags parsing error"], ["unknown command line flag"], ["error: no such command"],
          ["error: invalid"],
          ["expected one argument"], ["expected at least one argument"], ["unknown option"],
          ["invalid option"],
          ["illegal option"], ["try '", "--help' for help"], ["missing mandatory value"],
          ["in '", "could not find '"], ["key '", "' not in '"],
          ["for more help, run", "--help"], ["ambiguous option"], ["is not in struct"], ["error: unknown"],
          ["missing required argument"], ["required flag"], ["unexpected argument", "found"],
        ],
        readsLines: true),
      .general(
        .invalidConfiguration, weight: 4,
        condition: { scene in
          // A sentence as the key of a KeyError is a registry's or a factory's own word.
          guard scene.exception?.name == "KeyError", let text = scene.headline else { return false }
          return [
            "registry", "unknown ", "not supported", "not registered", "not recognized", "choose from",
            "available",
          ]
          .contains(where: text.has)
        }),
      .general(
        .missingDependency, weight: 6,
        words: [
          ["could not find a version that satisfies"], ["no matching distribution found"],
          ["unable to locate package"],
          ["packagesnotfounderror"], ["package", "not found in current path"],
          ["resource", "not found", "nltk"],
          ["please use the nltk downloader"], ["could not find conda environment"],
          ["could not load library"],
          ["requires", "to be installed"], ["please install"], ["have you installed"], ["pip install"],
          ["conda install"],
          ["apt-get install"],
          ["apt install"],
        ],
        unless: ["upgrade", "skipping", "fallback", "falling back", "notice"], readsLines: true),
      .general(
        .missingDependency, weight: 8, exceptions: [],
        words: [
          ["error while loading shared libraries"], ["cannot open shared object file"],
          ["image not found", "dlopen"],
        ],
        unless: ["dlerror", "could not load dynamic library", "libcu", "libnv", "libnccl"], readsLines: true),
      .general(
        .cudaDriverOrVersion, weight: 9,
        words: ["libcu", "libnv", "libnccl", "libamdhip", "libhip"].map {
          [$0, "cannot open shared object file"]
        },
        unless: ["dlerror", "could not load dynamic library"], readsLines: true),
      .general(
        .missingDependency, weight: 4, exceptions: ["ImportError"],
        unless: ["circular import", "partially initialized", "relative import"]),
      .general(
        .dependencyConflict, weight: 7,
        words: [
          ["resolutionimpossible"], ["no solution found when resolving"], ["conflicting dependencies"],
          ["unsatisfiableerror"],
          ["operator torchvision::"], ["dll load failed"], ["but you have", "incompatible"], ["abi version"],
          ["compiled with a different version"], ["symbol not found in flat namespace"],
          ["version `", "' not found"],
          ["incompatible version"], ["requires", "but you have"], ["requires python"],
          ["is incompatible with"],
          ["version of", "is not compatible"], ["upgrade", "version", "required"], ["please upgrade"],
          ["please downgrade"],
          ["is deprecated and was removed"], ["was removed in"], ["no longer available"],
          ["a module that was compiled using"],
        ],
        unless: ["layer", "shape", "checkpoint"], readsLines: false),
      .general(
        .dependencyConflict, weight: 7,
        words: [
          ["resolutionimpossible"], ["no solution found when resolving"], ["conflicting dependencies"],
        ],
        readsLines: true),
      .general(
        .dependencyConflict, weight: 6, exceptions: ["AttributeError"],
        condition: { scene in
          // A module lacks a name: its version is another than the one the code was written for.
          scene.lower.hasAll(["module '", "' has no attribute"])
        }),
    ]

  /// Whether the message and not the name of an exception says what happened: plain ones, and a library's own.
  static func isWorded(_ exception: PythonException) -> Bool {
    worded.contains(exception.name) || exception.baseName.map(worded.contains) ?? false
      || ExceptionNameRules.libraryName(exception) != nil
  }

  /// A rule for exceptions whose message holds a word of each list.
  static func phrase(
    _ type: FailureType, weight: Int, except excepted: [String] = [], all groups: [[String]],
    unless: [String] = []
  ) -> FailureRule {
    .general(
      type, weight: weight, unless: unless, readsLines: false,
      condition: { scene in
        guard let exception = scene.exception, isWorded(exception), !excepted.contains(exception.name)
        else { return false }
        let text = scene.headline ?? scene.lower
        return groups.allSatisfy { $0.contains(where: text.has) }
      })
  }
}
