/// What a part of the campaign has found.
package struct PartReport: Sendable {
  /// One figure of the summary.
  package struct Line: Sendable {
    package let label: String
    package let value: String
    /// nil for a figure that may be anything.
    package let isViolated: Bool?

    package init(label: String, value: String, isViolated: Bool? = nil) {
      self.label = label
      self.value = value
      self.isViolated = isViolated
    }
  }

  private static let mostTold = 4

  package let title: String
  package let lines: [Line]
  package let violations: [Violation]

  /// Whether every figure that must be zero is.
  package var isGood: Bool { violations.isEmpty && !lines.contains { $0.isViolated == true } }

  /// The figures, their values in one column, and behind them what was wrong.
  ///
  /// - Parameter width: of the column of labels.
  package func text(width: Int) -> String {
    var text = title + "\n"
    for line in lines {
      let gap = String(repeating: " ", count: max(1, width - line.label.count))
      let value = String(repeating: " ", count: max(0, 9 - line.value.count)) + line.value
      let mark =
        switch line.isViolated {
        case true?: "  <- must be 0"
        case false?: "  ok"
        case nil: ""
        }
      text += "  \(line.label)\(gap)\(value)\(mark)\n"
    }
    return text + toldViolations
  }

  /// A few of each kind: what is wrong with a hundred states is mostly one thing.
  private var toldViolations: String {
    var told: [String: Int] = [:]
    var text = ""
    for violation in violations {
      told[violation.figure, default: 0] += 1
      if told[violation.figure, default: 0] <= Self.mostTold { text += "  ! \(violation)\n" }
    }
    for (figure, count) in told.sorted(by: { $0.key < $1.key }) where count > Self.mostTold {
      text += "  ! \(figure): \(count - Self.mostTold) more\n"
    }
    return text
  }
}
