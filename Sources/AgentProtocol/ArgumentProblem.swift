/// One thing that is wrong with one argument.
package struct ArgumentProblem: Hashable, Sendable, CustomStringConvertible {
  /// The argument, with the way into it: `tags.owner`, `command[0]`.
  package let argument: String
  /// What is wrong, and what is accepted.
  package let problem: String

  package init(_ argument: String, _ problem: String) {
    self.argument = argument
    self.problem = problem
  }

  package var description: String { "\(argument): \(problem)" }
}
