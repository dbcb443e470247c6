/// Everything that is wrong with a schedule as it was asked for.
package struct ScheduleProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not empty.
  package let problems: [ScheduleProblem]

  package init(_ problems: [ScheduleProblem]) { self.problems = problems }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
