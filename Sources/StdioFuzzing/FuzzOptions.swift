/// The command line of `fuzz`.
package struct FuzzOptions: Hashable, Sendable {
  /// A command line that makes no sense; the text says what to do.
  package struct Misuse: Error, Hashable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// Frames to sessions in this process.
  package var frames = 10_000_000
  /// Frames to real servers.
  package var serverFrames = 200_000
  /// Seconds for all of it.
  package var seconds = 3_600.0
  /// Decides all that is random; nil leaves it to the clock.
  package var seed: UInt64?
  /// The program under test; nil for the one that was built with this one.
  package var server: String?

  package static let usage = """
    fuzz [--frames N] [--server-frames N] [--seconds LIMIT] [--seed S] [--server PATH]
    Sends well-formed and broken frames of both eras to sessions in this process, and to real servers, through pipes
    that are read late or not at all and closed at any moment. Exit code 1 when one of them breaks, hangs, grows,
    answers twice or not at all, or leaves something behind.

    """

  /// - Parameter arguments: without the name of the program.
  package init(_ arguments: [String]) throws(Misuse) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw Misuse(description: "\(option) needs a value, or is no option")
      }
      switch option {
      case "--frames": frames = try Self.number(option, value)
      case "--server-frames": serverFrames = try Self.number(option, value)
      case "--seconds": seconds = try Self.number(option, value)
      case "--seed": seed = try Self.number(option, value)
      case "--server": server = value
      default: throw Misuse(description: "there is no option \(option)")
      }
    }
  }

  private static func number<Number: LosslessStringConvertible & Comparable & AdditiveArithmetic>(
    _ option: String, _ text: String
  ) throws(Misuse) -> Number {
    guard let number = Number(text), number >= .zero else {
      throw Misuse(description: "\(option) \(text): a number that is not negative is wanted")
    }
    return number
  }
}
