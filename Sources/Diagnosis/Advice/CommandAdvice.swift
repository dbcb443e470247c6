/// Programs that a shell did not find.
enum CommandAdvice {
  /// Programs that come with a Python package, and how they are started without being on PATH.
  private static let modules = [
    "torchrun": "python -m torch.distributed.run", "accelerate": "python -m accelerate.commands.launch",
    "tensorboard": "python -m tensorboard.main", "pip": "python -m pip", "pytest": "python -m pytest",
    "spacy": "python -m spacy", "rasa": "python -m rasa", "jupyter": "python -m jupyter",
    "huggingface-cli": "python -m huggingface_hub.commands.huggingface_cli", "yolo": "python -m ultralytics",
  ]

  /// What to do, by what the shell said.
  static func missing(_ message: String) -> [String] {
    guard let name = name(in: message) else {
      return ["Install the program that the message names, or put it on PATH."]
    }
    return [
      "`\(name)` is not on the run's PATH, which is that of the server and not of your shell: give its full path (such as "
        + "/path/to/venv/bin/\(name)), or set PATH in `env`.",
      modules[name].map { "With the right Python it is `\($0)`." } ?? "If it is not installed, install it.",
    ]
  }

  /// `run.sh: line 6: torchrun: command not found`, `env: ‘python2.6’: No such file or directory`.
  private static func name(in message: String) -> String? {
    let marks = [": command not found", ": not found", ": No such file", ": executable file not found"]
    let text = Array(message.utf8)
    for mark in marks {
      guard let end = ByteSearch.find(Array(mark.utf8), in: text) else { continue }
      let before = String(decoding: text[..<end], as: UTF8.self)
      let word = before.split { ": ".contains($0) }.last.map { $0.filter { !"'\"‘’“”`".contains($0) } }
      if let word, !word.isEmpty, !word.contains("/") { return word }
    }
    return nil
  }
}
