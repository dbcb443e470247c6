import TrainingModel

/// Packages, versions and syntax.
enum SoftwareRules {
  /// Modules whose package has another name.
  private static let packages = [
    "cv2": "opencv-python", "sklearn": "scikit-learn", "PIL": "Pillow", "yaml": "PyYAML",
    "skimage": "scikit-image",
    "bs4": "beautifulsoup4", "dotenv": "python-dotenv", "git": "GitPython", "faiss": "faiss-cpu",
    "Crypto": "pycryptodome",
    "google.protobuf": "protobuf", "attr": "attrs", "pytorch_lightning": "pytorch-lightning",
    "tensorboardX": "tensorboardX",
  ]

  /// Names that many packages share, which are installed one by one.
  private static let namespaces: Set = [
    "google", "nvidia", "azure", "ruamel", "mpl_toolkits", "backports", "zope", "sphinxcontrib", "jaraco",
    "opentelemetry", "aws_cdk", "paste", "hydra_plugins", "nemo",
  ]

  /// What the user's own packages are called more often than libraries.
  private static let own: Set = [
    "utils", "util", "models", "model", "src", "lib", "libs", "data", "tools", "core", "modules", "common",
    "configs", "config", "scripts", "layers", "helpers", "app", "project", "train", "trainer", "training",
  ]

  /// Classes of settings whose arguments change from version to version, called from the user's own code.
  private static let librarySettings = [
    "TrainingArguments", " Trainer", "SFTTrainer", "SFTConfig", "DPOTrainer", "ReduceLROnPlateau",
    "TrainerState",
  ]

  /// How classes of libraries end whose parts come and go from version to version.
  private static let versioned = [
    "Config", "Tokenizer", "TokenizerFast", "Cache", "ForCausalLM", "LRScheduler",
  ]

  static let all: [FailureRule] = [
    FailureRule(
      .syntaxError, weight: 9, exceptions: ["SyntaxError", "IndentationError", "TabError"],
      words: [["syntax error: unexpected"], ["syntax error near unexpected"]],
      // A library's own word for a setting.
      unless: ["yolo", "key missing"]
    ) { scene in
      [
        "Correct the code at \(scene.exception?.place ?? "the line shown").",
        "If the code is right, it is written for another Python version: see `python --version`.",
      ]
    },
    FailureRule(
      .notExecutable, weight: 9,
      words: [
        ["cannot execute binary file"], ["cannot execute: required file"], ["exec format error"],
        ["bad interpreter"],
      ]
    ) { _ in
      [
        "Check the file's first line and its line ends (`dos2unix`), its mode (`chmod +x`) and that it "
          + "is built for this CPU."
      ]
    },
    FailureRule(
      .dependencyConflict, weight: 7, exceptions: ["VersionConflict", "ContextualVersionConflict"],
      words: [
        ["cannot import name"], ["undefined symbol"], ["glibcxx_"], ["`glibc_"], ["numpy.dtype size changed"],
        ["binary incompatibility"], ["compiled using numpy 1"], ["has been moved to"],
        ["is required for a normal functioning"],
        ["version conflict"], ["is required: found"], ["were compiled with different"],
        ["no module named 'torch._six'"],
        ["no module named 'numpy._core"], ["has been removed", "version"], ["was removed in the numpy"],
        ["descriptors cannot be created directly"], ["descriptors cannot not be created directly"],
        ["was removed in", "use"], ["is no longer supported in"],
        ["module 'numpy' has no attribute"], ["_array_api not found"],
        ["could not run '", "' with arguments from the '"],
      ],
      unless: ["weights_only", "circular import"], readsLines: false, advice: conflict),
    FailureRule(
      .dependencyConflict, weight: 5, exceptions: ["AttributeError"],
      condition: { scene in
        scene.lower.hasAll(["module '", "has no attribute"])
      }, advice: conflict),
    FailureRule(
      .dependencyConflict, weight: 4, exceptions: ["AttributeError"],
      condition: { scene in
        // `'LlamaConfig' object has no attribute 'rope_theta'`: the model's code is of another version.
        guard scene.lower.has("has no attribute"), let owner = scene.quoted() else { return false }
        let isClass = scene.lower.has("type object '") && librarySettings.contains { $0.hasSuffix(owner) }
        return isClass || versioned.contains { owner.hasSuffix($0) }
      }, advice: conflict),
    FailureRule(
      .dependencyConflict, weight: 5, exceptions: ["TypeError"],
      condition: { scene in
        // A library that refuses a keyword has changed; the user's own function would be in the last frame.
        guard let last = scene.exception?.frames.last else { return false }
        return !last.isUserCode
          && scene.lower.hasAll(["__init__()", "unexpected keyword argument"])
      }, advice: conflict),
    FailureRule(
      .dependencyConflict, weight: 7, exceptions: [],
      condition: { scene in
        // Python names the part that is missing: `a.b` is missing from an `a` that is there, in another version.
        guard scene.exception != nil, let module = scene.quoted(after: "no module named "),
          module.contains(".")
        else {
          return false
        }
        let package = String(module.prefix { $0 != "." })
        return !namespaces.contains(package) && !own.contains(package)
      }, advice: conflict),
    FailureRule(
      .dependencyConflict, weight: 6, exceptions: ["TypeError"],
      condition: { scene in
        guard scene.lower.hasAll([".__init__() got an unexpected keyword argument"]) else { return false }
        return scene.exception.map { exception in
          librarySettings.contains { exception.headline.contains("\($0).__init__()") }
        } ?? false
      }, advice: conflict),
    FailureRule(
      .codeError, weight: 8, exceptions: [],
      condition: { scene in
        // Python names the file that lacks the name; a package that is not installed may still be a library.
        guard let exception = scene.exception, exception.name == "ImportError", let text = scene.headline
        else { return false }
        return text.hasAll(["cannot import name", ".py)"])
          && !["-packages", "lib/python", "\\lib\\", "__init__.py", "circular import"].contains(
            where: text.has)
      }
    ) { scene in
      ["Define the name in the file that the message shows, or import it from where it is defined."]
    },
    FailureRule(
      .missingDependency, weight: 6,
      exceptions: ["ModuleNotFoundError", "MissingDependencyException", "PackageNotFoundError"],
      words: [
        ["no module named"], ["there is no package called"], ["which are currently not installed"],
        ["is not installed"], ["not being installed"],
        ["can't find model '"], ["to be installed"], ["not currently installed"],
        ["could not find", "please install"],
        ["pip install", "importerror"], ["you need to install"],
        ["requires the", "library but it was not found"],
        ["failed to import", "install"],
      ],
      unless: ["skipping", "fallback", "falling back"], readsLines: true, advice: missing),
  ]

  @Sendable private static func missing(_ scene: FailureScene) -> [String] {
    if let module = scene.quoted(after: "no module named") {
      let top = module.split(separator: ".").first.map(String.init) ?? module
      let package = packages[module] ?? packages[top] ?? top
      return [
        "Install it into the environment that runs the training: `pip install \(package)`.",
        "Check that the run uses that environment (`\(scene.command.first ?? "python")`), and that "
          + "`\(top)` is no module of the project that PYTHONPATH or `cwd` should reach.",
      ]
    }
    if let model = scene.quoted(after: "can't find model") {
      return ["Run `python -m spacy download \(model)`."]
    }
    if let package = scene.quoted(after: "no package called") {
      return ["In R: install.packages(\"\(package)\")."]
    }
    let name = scene.word(after: "not installed:") ?? scene.word(after: "pip install")
    return [name.map { "Install it: `pip install \($0)`." } ?? "Install the package that the message names."]
  }

  @Sendable private static func conflict(_ scene: FailureScene) -> [String] {
    let name = scene.quoted(after: "cannot import name")
    let module = scene.quoted(after: "from '") ?? scene.quoted(after: "module")
    return [
      name.map {
        "`\($0)` is not in the installed version: pin the version the code was written for, or use its "
          + "successor."
      }
        ?? "Install versions that fit together; the message names what is expected and what was found.",
      "`pip check` lists conflicts\(module.map { "; `pip show \($0)` shows the version" } ?? "").",
      "Reinstall compiled packages after a change of numpy, torch or CUDA.",
    ]
  }
}
