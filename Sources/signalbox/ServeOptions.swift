internal import CommandLineOptions

/// The command line of `signalbox serve`.
struct ServeOptions: Equatable {
  var roots: [String] = []
  var isReadOnly = false
  var mirror: String?

  init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(command: "serve", flags: ["read-only"], options: ["root", "mirror"])
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .flag: isReadOnly = true
      case .option("root", let directory): roots.append(directory)
      case .option(_, let file): mirror = file
      case .operand(let operand):
        throw UsageError("serve: '\(operand)' is no option; give directories with --root DIR")
      }
    }
  }
}
