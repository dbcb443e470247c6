internal import TestSupport

/// How a client takes what its server writes, until the end of the conversation.
package enum ClientReading: String, Sendable, CaseIterable {
  /// Whenever there is something.
  case steady
  /// A few bytes now and then.
  case crumbs
  /// Nothing before all is sent, or the server takes no more.
  case late
  /// Nothing.
  case never

  /// One that fits a client that ends the conversation so.
  init(for ending: ClientEnding, _ random: inout SeededGenerator) {
    // Who reads to the end has to read at some time.
    let choice = Self.allCases.filter { $0 != .never || !ending.readsToTheEnd }
    self = choice.randomElement(using: &random) ?? .steady
  }
}

extension ClientReading: CustomStringConvertible {
  package var description: String {
    switch self {
    case .steady: "reads"
    case .crumbs: "reads a few bytes now and then"
    case .late: "reads late"
    case .never: "never reads"
    }
  }
}
