/// How far off times were at most.
struct DeviationSpread: Sendable {
  private var seconds = 0.0
  private var unexplained = 0.0

  mutating func add(_ deviation: Deviation) {
    seconds = max(seconds, deviation.seconds)
    unexplained = max(unexplained, deviation.unexplained)
  }

  mutating func merge(_ other: Self) {
    seconds = max(seconds, other.seconds)
    unexplained = max(unexplained, other.unexplained)
  }

  /// For the summary.
  var lines: [PartReport.Line] {
    func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1_000).rounded())) ms" }
    return [
      .init(label: "largest deviation of a duration", value: milliseconds(seconds)),
      .init(label: "... beyond what the busy machine explains", value: milliseconds(unexplained)),
    ]
  }
}
