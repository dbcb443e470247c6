/// How often each thing was counted, and in words what should not have been.
package struct Tally<Key: Figure>: Sendable {
  /// Characters of an answer that are told.
  private static var longestText: Int { 500 }

  private var counts: [Key: Int] = [:]
  package private(set) var violations: [Violation] = []

  package init() {}

  package subscript(figure: Key) -> Int { counts[figure] ?? 0 }

  package mutating func add(_ figure: Key, _ count: Int = 1) { counts[figure, default: 0] += count }

  /// Counts what should not have happened.
  ///
  /// - Parameters:
  ///   - place: round or case, and how to repeat it.
  ///   - text: what was found, and what should have been.
  package mutating func violate(_ figure: Key, in place: String, _ text: String) {
    add(figure)
    let line = text.split(separator: "\n").joined(separator: " / ")
    let told = line.count > Self.longestText ? line.prefix(Self.longestText) + "…" : line[...]
    violations.append(Violation(figure: figure.rawValue, place: place, text: String(told)))
  }

  /// Takes what another worker has counted.
  package mutating func merge(_ other: Self) {
    counts.merge(other.counts, uniquingKeysWith: +)
    violations += other.violations
  }

  /// The part of the summary.
  package func report(titled title: String, _ more: [PartReport.Line] = []) -> PartReport {
    let lines = Key.allCases.map { figure in
      PartReport.Line(
        label: figure.rawValue, value: "\(self[figure])",
        isViolated: figure.mustBeZero ? self[figure] > 0 : nil)
    }
    return PartReport(title: title, lines: lines + more, violations: violations)
  }
}
