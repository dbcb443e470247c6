/// A member of an object that is not what a reader needs.
package struct JSONMemberError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  package enum Problem: Hashable, Sendable {
    case missing
    /// Of another type, or with a value that means nothing here.
    case unexpected
  }

  package let name: String
  package let problem: Problem

  package init(name: String, problem: Problem) {
    self.name = name
    self.problem = problem
  }

  package var description: String {
    switch problem {
    case .missing: "the member '\(name)' is missing"
    case .unexpected: "the member '\(name)' is not what it must be"
    }
  }
}
