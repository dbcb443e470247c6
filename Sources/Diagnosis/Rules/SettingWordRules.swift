import TrainingModel

/// How libraries refuse a setting, a combination of settings, or a name that they do not know.
enum SettingWordRules {
  static let all: [FailureRule] = [
    PhraseRules.phrase(
      .invalidConfiguration, weight: 4, except: ["TypeError", "KeyError", "IndexError"],
      all: [
        [
          "could only be specified", "can only be specified", "can only be used", "can only be set",
          "can only deal with", "only be used with", "supports only", "only supports", "supported only",
          "only supported", "not allowed", "not permitted", "not compatible with", "cannot be greater than",
          "cannot be less than", "cannot be smaller than", "cannot be larger than", "must be smaller",
          "must be larger", "must be lower", "cannot be zero", "cannot be negative", "cannot be none",
          "cannot be empty", "must not be", "not provided", "not specified", "is not supported for",
          "unsupported in", "is not supported in",
          "must end with", "must end in", "must start with",
          "must inherit", "could not interpret", "evenly divisible", "not divisible by", "be divisible by",
          "should be the path", "no configurable matching", "did you mean", "not a known", "is not known",
          "need to use at least", "needs to be set", "need to be set", "need to set", "needs to be specified",
          "you cannot perform", "you can't", "requires an eval", "requires a gpu", "requires at least",
          "requires that", "requires an ", "requires the ", "is unknown", "unable to parse argument",
          "conflicting ", "contradict",
          "must be called with", "is not one of", "must be one of", "exceeds the maximum",
          "does not equal the length", "is too small for", "is too large for",
        ]
      ]),
    .general(
      .invalidConfiguration, weight: 6, exceptions: [],
      words: [["trust_remote_code"], ["malformed node or string"], ["not found in the base model"]],
      readsLines: false),
    .general(
      .invalidConfiguration, weight: 3,
      condition: { scene in
        // A library's ValueError in the words of a rule is about what it was given.
        guard let exception = scene.exception,
          ["ValueError", "NotImplementedError"].contains(exception.name),
          exception.frames.last.map({ !$0.isUserCode }) ?? false, let text = scene.headline
        else { return false }
        return [
          " must ", " should ", " requires ", " require ", " cannot ", " can't ", "need to", "has to ",
          "have to ", "please ", "only ", "expected one of", "supported", "available", "not valid",
          "at least",
          "at most", " support ", " supports ", " set `", "`=",
        ]
        .contains(where: text.has)
      }),
    .general(
      .invalidConfiguration, weight: 4,
      condition: { scene in
        // A sentence as the key of a KeyError is a registry's or a factory's own word.
        guard scene.exception?.name == "KeyError", let text = scene.headline else { return false }
        return ["config key", "valid keys", "doesn't exist", "not a valid", "did you mean", "no such option"]
          .contains(where: text.has)
      }),
    .general(
      .invalidConfiguration, weight: 5,
      condition: { scene in
        // A variable of the environment that nobody has set.
        guard let exception = scene.exception, exception.name == "KeyError" else { return false }
        return exception.frames.suffix(2).contains { frame in
          frame.code.map { $0.contains("os.environ[") || $0.contains("environ.__getitem__") } ?? false
        }
      }),
    .general(
      .invalidConfiguration, weight: 2,
      modules: ["gymnasium.error.", "gym.error.", "optuna.exceptions.", "catalogue.", "gin."]),
    .general(
      .invalidConfiguration, weight: 5,
      words: [
        [": unbound variable"], [": parameter null or not set"], [": parameter not set"],
        ["cannot find primary config"], ["unknown flag"], ["unknown shorthand flag"], ["unknown command \""],
        ["valid yolo argument"], ["key missing"], ["could not consume arg"], ["unsupported protocol scheme"],
        ["error parsing arguments"], ["invalid config override"],
      ],
      readsLines: true),
  ]
}
