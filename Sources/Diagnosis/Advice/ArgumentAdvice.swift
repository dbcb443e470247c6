/// Arguments and settings that are not as they must be.
enum ArgumentAdvice {
  static let all: [MessageAdvice] = commandLines + settings

  /// argparse and click.
  private static let commandLines: [MessageAdvice] = [
    MessageAdvice(
      ["argument {flag}: invalid choice: {given} (choose from {list})"],
      example:
        "train.py: error: argument --optimizer: invalid choice: 'adamx' (choose from 'adam', 'sgd', 'adamw')"
    ) { match, _ in
      Choices(match["list"] ?? "").advice(given: bare(match["given"]), at: match["flag"].map(firstName))
    },
    MessageAdvice(
      [
        "Invalid value for '{flag}': {given} is not one of {list}.",
        "Invalid value for {flag}: {given} is not one of {list}.",
      ],
      example: "Error: Invalid value for '--device': 'gpu' is not one of 'cpu', 'cuda', 'mps'."
    ) { match, _ in
      Choices(match["list"] ?? "").advice(given: bare(match["given"]), at: match["flag"].map(firstName))
    },
    MessageAdvice(
      ["unrecognized arguments: {flag}", "No such option: {flag}", "no such option: {flag}"],
      example: "train.py: error: unrecognized arguments: --batchsize 64"
    ) { match, scene in unknown(match["flag"] ?? "", scene) },
    MessageAdvice(
      ["not used by the HfArgumentParser: [{list}]"],
      example:
        "ValueError: Some specified arguments are not used by the HfArgumentParser: ['--evaluation_strategy', 'epoch']"
    ) { match, _ in
      let flags = Choices(match["list"] ?? "").names.filter { $0.hasPrefix("evaluation") || $0.count > 2 }
      let renamed = flags.compactMap { flag in
        RenamedSetting.successor(of: flag).map { "\(flag) is called \($0) now" }
      }
      return renamed.isEmpty
        ? []
        : [
          "\(renamed.joined(separator: "; ")): write it so, or install the version that the command was written for."
        ]
    },
    MessageAdvice(
      "the following arguments are required: {first}",
      example: "train.py: error: the following arguments are required: --data, --output"
    ) { match, scene in
      let list = MessageTemplate("arguments are required: ").rest(of: match.text) ?? match["first"] ?? ""
      return ["Give \(Choices(String(list.prefix { $0 != "\n" })).names.joined(separator: ", ")) as well."]
    },
    MessageAdvice(
      "Missing option '{flag}'", "Missing option \"{flag}\"", "Missing argument '{flag}'",
      example: "Error: Missing option '--data'.", advice: ["Give {flag} as well."]),
    MessageAdvice(
      "argument {flag}: invalid {kind} value: '{given}'",
      example: "train.py: error: argument --epochs: invalid int value: 'ten'",
      advice: ["Give {flag} a value of type {kind}, not '{given}'."]),
    MessageAdvice(
      "argument {flag}: expected {count} argument",
      example: "train.py: error: argument --lr: expected one argument",
      advice: [
        "Give {flag} its value: {count} is expected. A value that begins with - is joined with =: {flag}=-1."
      ]),
    MessageAdvice(
      "argument {flag}: not allowed with argument {other}",
      example: "train.py: error: argument --fp16: not allowed with argument --bf16",
      advice: ["Give either {flag} or {other}."]),
  ]

  /// Configuration files and arguments in code.
  private static let settings: [MessageAdvice] = [
    MessageAdvice(
      [
        "Could not find '{given}'\n\nAvailable options in '{group}':",
        "Could not find '{given}'\nAvailable options in '{group}':",
      ],
      example:
        "In 'config': Could not find 'model/resnet5'\n\nAvailable options in 'model':\n\tresnet18\n\tresnet50"
    ) { match, scene in
      let given = match["given"]?.split(separator: "/").last.map(String.init) ?? ""
      let list = MessageTemplate("Available options in ").rest(of: match.text) ?? ""
      let lines = list.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      // The list ends with an empty line; a log is read without its tabs.
      let names = Choices(lines.prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n"))
      return names.advice(given: given, at: match["group"].map { "\($0)=" })
    },
    MessageAdvice(
      ["Could not override '{key}'", "Key '{key}' is not in struct", "Key '{key}' not in '{type}'"],
      example:
        "hydra.errors.ConfigCompositionException: Could not override 'optimzer.lr'.\nTo append to your config use "
        + "+optimzer.lr=0.1\nKey 'optimzer' is not in struct"
    ) { match, _ in
      let key = match["key"] ?? ""
      return [
        "The configuration has no key '\(key)': correct its name, or add it as a new one (Hydra: `+\(key)=…`)."
      ]
    },
    MessageAdvice(
      ["got an unexpected keyword argument '{name}'"],
      example:
        "TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'evaluation_strategy'"
    ) { match, scene in
      let name = match["name"] ?? ""
      if let successor = RenamedSetting.successor(of: name) {
        return [
          "`\(name)` is called `\(successor)` in the installed version: write it so, or install the version that the code "
            + "was written for."
        ]
      }
      let callee = MessageTemplate("Error: {callee}() got an unexpected keyword").match(match.text)?["callee"]
      let target = callee?.split(separator: ".").last { $0 != "__init__" }
      return [
        "\(target ?? "The function") takes no `\(name)` in the installed version: leave it out at "
          + "\(scene.exception?.location ?? "the call"), or install the version that the code was written for."
      ]
    },
    MessageAdvice(
      enumerations,
      example: "ValueError: Unknown scheduler 'cosin', must be one of ['linear', 'cosine', 'constant']"
    ) { match, scene in
      guard let given = scene.quoted(), let list = match["list"] else { return [] }
      let choices = Choices(list)
      // A list of one, or one that holds what was given, means something else.
      guard choices.names.count > 1, !choices.names.contains(given) else { return [] }
      return choices.advice(given: given, at: nil)
    },
    MessageAdvice(
      "should be a positive integer value, but got {name}={value}",
      example: "ValueError: batch_size should be a positive integer value, but got batch_size=0"
    ) { match, scene in
      // Of an empty data set it is said in the same words.
      guard let name = match["name"], name != "num_samples" else { return [] }
      let flag = scene.flag([name, String(name.map { $0 == "_" ? "-" : $0 })])
      return [
        "Give \(name) a whole number above 0: it is \(match["value"] ?? "")\(flag.map { " (\($0))" } ?? "")."
      ]
    },
    MessageAdvice(
      "value '{given}' needs to be one of: {first}",
      example: "ValueError: --caption_column' value 'text' needs to be one of: image, caption"
    ) { match, _ in
      let list = MessageTemplate("needs to be one of: ").rest(of: match.text) ?? ""
      return Choices(String(list.prefix { $0 != "\n" })).advice(given: match["given"] ?? "", at: nil)
    },
    MessageAdvice(
      "(monitor='{metric}') not found in the returned metrics: [{list}]",
      "(monitor='{metric}') could not find the monitored key in the returned metrics: [{list}]",
      example:
        "MisconfigurationException: ModelCheckpoint(monitor='val_acc') not found in the returned metrics: "
        + "['train_loss', 'val_accuracy']. HINT: Did you call self.log('val_acc', value) in the LightningModule?"
    ) { match, _ in
      let (metric, names) = (match["metric"] ?? "", Choices(match["list"] ?? "").names)
      let near = NearName.best(for: metric, among: names).map { ", most likely \($0)" } ?? ""
      return [
        "`\(metric)` was not logged: monitor one of \(names.joined(separator: ", "))\(near), or call "
          + "`self.log(\"\(metric)\", …)` in the step that makes it."
      ]
    },
    MessageAdvice(
      "requires the save and eval strategy to match",
      example: "ValueError: --load_best_model_at_end requires the save and eval strategy to match, but found",
      advice: [
        "Set `save_strategy` and `eval_strategy` to the same (\"epoch\", or \"steps\" with `save_steps` a multiple of "
          + "`eval_steps`), or leave out `load_best_model_at_end`."
      ]),
    MessageAdvice(
      "doesn't support bf16/gpu", "bf16 is not supported",
      "Bfloat16 is only supported on GPUs with compute capability",
      example:
        "ValueError: Your setup doesn't support bf16/gpu. You need to assign use_cpu if you want to train on CPU.",
      advice: [
        "This GPU or CPU cannot do bf16: train with fp16 on a GPU older than Ampere, and in float32 without a GPU (leave out "
          + "`bf16`, set `use_cpu`)."
      ]),
    MessageAdvice(
      "The '{name}' parameter of {owner} must be {wanted}. Got {given} instead",
      example:
        "sklearn.utils._param_validation.InvalidParameterError: The 'max_features' parameter of RandomForestClassifier "
        + "must be an int in the range [1, inf) or a str among {'log2', 'sqrt'}. Got 'auto' instead.",
      advice: ["Give `{name}` of {owner} {wanted}; {given} is none of that."]),
    MessageAdvice(
      "Invalid Parameter format for {name} expect {kind} but value='{given}'",
      example:
        "xgboost.core.XGBoostError: Invalid Parameter format for max_depth expect int but value='deep'",
      advice: ["Give `{name}` a value of type {kind}, not '{given}'."]),
    MessageAdvice(
      "validation error for {model}\n{field}\n  {problem} [",
      "validation errors for {model}\n{field}\n  {problem} [",
      example:
        "pydantic_core._pydantic_core.ValidationError: 2 validation errors for TrainConfig\nlr\n  Input should be a valid "
        + "number, unable to parse string as a number [type=float_parsing, input_value='fast', input_type=str]"
    ) { match, scene in
      let given = MessageTemplate("input_value={given}, input_type").match(match.text)?["given"]
      return [
        "`\(match["field"] ?? "")` of \(match["model"] ?? "")\(given.map { " is \($0)" } ?? ""): \(match["problem"] ?? ""). Correct it "
          + "and the others that the message lists, in the configuration or the arguments."
      ]
    },
  ]

  private static let enumerations =
    [
      "must be one of", "should be one of", "expected one of", "choose from", "is not one of", "not in",
      "is none of",
    ]
    .flatMap { ["\($0) [{list}]", "\($0) ({list})", "\($0): [{list}]"] }
    + [
      "available options are: [{list}]", "Available: [{list}]", "available: [{list}]", "Supported: [{list}]",
      "supported values are: [{list}]", "Valid options are: [{list}]", "valid options are [{list}]",
      "Available models: [{list}]", "Please select one of [{list}]",
    ]

  /// The name by which most people know a flag of several: `-o/--optimizer`.
  private static func firstName(_ flags: String) -> String {
    flags.split { "/ ".contains($0) }.last.map(String.init) ?? flags
  }

  private static func bare(_ text: String?) -> String { (text ?? "").filter { !"'\"".contains($0) } }

  /// A flag that a script does not know; what it knows stands in its usage, or behind it.
  private static func unknown(_ flag: String, _ scene: FailureScene) -> [String] {
    let given = String(flag.prefix { $0 != "=" })
    let words = ([scene.text] + scene.before + scene.after).flatMap { line in
      line.split { !($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }
    let known = Set(words.filter { $0.hasPrefix("--") && $0.count > 3 && $0 != given }.map(String.init))
    let near = NearName.best(for: given, among: known.sorted())
    let advice = near.map { "Write \($0) for \(given), which the script does not know." }
    return [
      advice ?? "Leave out \(given): the script does not know it.",
      "See what it knows with --help; arguments behind a bare `--` may be meant for another program.",
    ]
  }
}
