/// A text that is no cron expression, with everything that is wrong with it.
package struct CronError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order of the text; never empty.
  package let problems: [CronProblem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
