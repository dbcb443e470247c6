/// Reads the options of a command: `--name`, `--name VALUE`, `--name=VALUE`, and what is none of them.
struct OptionScanner {
  /// One piece of a command line.
  enum Piece: Equatable {
    case flag(String)
    case option(String, value: String)
    case operand(String)
  }

  private let command: String
  private let flags: Set<String>
  private let options: Set<String>

  /// - Parameters:
  ///   - flags: names without value.
  ///   - options: names with a value.
  init(command: String, flags: Set<String> = [], options: Set<String> = []) {
    self.command = command
    self.flags = flags
    self.options = options
  }

  /// The pieces in order.
  func scan(_ arguments: [String]) throws(UsageError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        pieces.append(.operand(argument))
        continue
      }
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      ).map(String.init)
      let name = parts[0]
      if flags.contains(name), parts.count == 1 {
        pieces.append(.flag(name))
      } else if options.contains(name) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw UsageError("\(command): --\(name) needs a value")
        }
        pieces.append(.option(name, value: value))
      } else {
        let known = (flags.union(options)).sorted().map { "--\($0)" }.joined(separator: ", ")
        throw UsageError("\(command): there is no option \(argument); there are: \(known)")
      }
    }
    return pieces
  }
}
