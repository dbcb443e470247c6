internal import CommandLineOptions
internal import Platform
internal import TrainingModel

/// The command line of `signalbox diagnose`.
struct DiagnoseOptions: Equatable {
  /// How the verdict is printed.
  enum Form: Equatable {
    case text, json, explanation
  }

  /// Of the log; `-` for standard input.
  let path: String
  /// How the training ended; exit code 1 when nothing is said of it.
  private(set) var outcome = RunOutcome.exited(code: 1)
  private(set) var form = Form.text
  /// A file of rules; nil for that of the home.
  private(set) var rules: String?

  init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(
      command: "diagnose", flags: ["json", "explain"], options: ["exit-code", "signal", "rules"])
    var paths: [String] = []
    var ends: [RunOutcome] = []
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .flag("json"): form = .json
      case .flag: form = .explanation
      case .option("rules", let path): rules = path
      case .option("exit-code", let value):
        ends.append(try Self.exit(scanner.number(value, of: "exit-code", from: -64, to: 255)))
      case .option(_, let value): ends.append(.signalled(try Self.signal(value)))
      case .operand(let operand): paths.append(operand)
      }
    }
    guard paths.count == 1 else {
      throw UsageError("diagnose: name one file, or - for standard input; \(paths.count) were given")
    }
    guard ends.count <= 1 else {
      throw UsageError("diagnose: give one --exit-code or one --signal: a training ends once")
    }
    path = paths[0]
    outcome = ends.first ?? outcome
  }

  /// Python's `returncode` is negative where a signal ended the process.
  private static func exit(_ code: Int32) throws(UsageError) -> RunOutcome {
    code < 0 ? .signalled(try signal(String(-code))) : .exited(code: code)
  }

  /// A number, or a name with or without `SIG`.
  private static func signal(_ text: String) throws(UsageError) -> Signal {
    let name = text.uppercased()
    for number in 1...64 as ClosedRange<Int32> {
      let known = SystemSignal.name(of: number)
      if text == String(number) || name == known || "SIG\(name)" == known {
        return Signal(number: number, name: known)
      }
    }
    throw UsageError(
      "diagnose: --signal takes a name such as SIGKILL or a number from 1 to 64, not '\(text)'")
  }
}
