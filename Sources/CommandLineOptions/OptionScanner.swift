/// Reads the options of a command: `--name`, `--name VALUE`, `--name=VALUE`, and what is none of them.
package struct OptionScanner: Sendable {
  /// One piece of a command line.
  package enum Piece: Hashable, Sendable {
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
  package init(command: String, flags: Set<String> = [], options: Set<String> = []) {
    self.command = command
    self.flags = flags
    self.options = options
  }

  /// The pieces in order.
  package func scan(_ arguments: [String]) throws(UsageError) -> [Piece] {
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

  /// The number that an option was given.
  ///
  /// - Parameters:
  ///   - option: its name, without hyphens.
  ///   - least: the least that makes sense.
  ///   - most: the most; nil for no limit but that of `Number`, which infinity is not within.
  package func number<Number: LosslessStringConvertible & Comparable & AdditiveArithmetic>(
    _ text: String, of option: String, from least: Number, to most: Number? = nil
  ) throws(UsageError) -> Number {
    // What is infinite or no number at all does not leave zero.
    guard let number = Number(text), number - number == .zero, number >= least,
      most.map({ number <= $0 }) ?? true
    else {
      let range = most.map { "from \(least) to \($0)" } ?? "of \(least) or more"
      throw UsageError("\(command): --\(option) takes a number \(range), not '\(text)'")
    }
    return number
  }
}
