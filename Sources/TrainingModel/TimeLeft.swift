/// How long a training that runs will still take, and who says so.
package struct TimeLeft: Hashable, Sendable {
  /// Where the number comes from.
  package enum Source: String, CaseIterable, Sendable {
    /// The training printed it.
    case log
    /// It follows from how fast the progress moved so far.
    case pace
  }

  /// 0 or more.
  package let seconds: Double
  package let source: Source

  package init(seconds: Double, source: Source) {
    self.seconds = seconds
    self.source = source
  }
}
