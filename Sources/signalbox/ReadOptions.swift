internal import CommandLineOptions

/// The command line of `signalbox read`.
struct ReadOptions: Equatable {
  /// How what is understood is printed.
  enum Form: Equatable {
    case text, json, explanation
  }

  /// Of the log; `-` for standard input.
  let path: String
  private(set) var form = Form.text

  init(_ arguments: [String]) throws(UsageError) {
    var paths: [String] = []
    for piece in try OptionScanner(command: "read", flags: ["json", "explain"]).scan(arguments) {
      switch piece {
      case .flag("json"): form = .json
      case .flag: form = .explanation
      case .option(let name, _): throw UsageError("read: --\(name) takes no value")
      case .operand(let operand): paths.append(operand)
      }
    }
    guard paths.count == 1 else {
      throw UsageError("read: name one file, or - for standard input; \(paths.count) were given")
    }
    path = paths[0]
  }
}
