/// The command line of `fault-campaign`.
package struct CampaignOptions: Hashable, Sendable {
  /// One kind of fault.
  package enum Part: String, CaseIterable, Sendable {
    case kills, powercut, errors, clock
  }

  /// A command line that makes no sense; the text says what to do.
  package struct Misuse: Error, Hashable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// Victims to be hit.
  package var kills = 1_000
  /// Decides all that is random; nil leaves it to the clock.
  package var seed: UInt64?
  /// Seconds for all of it.
  package var seconds = 3_600.0
  /// The program under test; nil for the one that was built with this one.
  package var server: String?
  package var parts = Part.allCases
  /// Rounds and cases at once.
  package var jobs = 4

  /// Only cases whose names hold this; empty: all.
  package var caseName = ""

  package static let usage = """
    fault-campaign [--kills N] [--seed S] [--seconds LIMIT] [--server PATH] [--only kills|powercut|errors|clock]
                   [--case TEXT] [--jobs N]
    Proves that nothing is lost: kills servers, supervisors and trainings at random moments, cuts the power, lets
    calls fail and the clock jump, and compares every record with what it knows. Exit code 1 when one is wrong.

    """

  package init() {}

  /// - Parameter arguments: without the name of the program.
  package init(_ arguments: [String]) throws(Misuse) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw Misuse(description: "\(option) needs a value, or is no option")
      }
      switch option {
      case "--kills": kills = try Self.number(option, value)
      case "--seed": seed = try Self.number(option, value)
      case "--seconds": seconds = try Self.number(option, value)
      case "--server": server = value
      case "--jobs": jobs = max(1, try Self.number(option, value))
      case "--case": caseName = value
      case "--only":
        guard let part = Part(rawValue: value) else {
          let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
          throw Misuse(description: "--only \(value): there are \(known)")
        }
        parts = [part]
      default: throw Misuse(description: "there is no option \(option)")
      }
    }
  }

  private static func number<Number: LosslessStringConvertible>(
    _ option: String, _ value: String
  ) throws(Misuse) -> Number {
    guard let number = Number(value) else {
      throw Misuse(description: "\(option) \(value): a number is wanted")
    }
    return number
  }
}
