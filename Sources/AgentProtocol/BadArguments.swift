/// Arguments of a request that have the right form and name something that is not there.
package struct BadArguments: Error, Hashable, Sendable {
  package let problems: [ArgumentProblem]

  package init(_ problems: [ArgumentProblem]) { self.problems = problems }

  /// All problems in one text: the subject, how many there are, and a line for each.
  func text(about subject: String) -> String {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return "\(subject): \(count) with the arguments.\n\(ArgumentProblem.list(problems))"
  }
}
