/// A file of rules that cannot be used, with everything that is wrong with it.
package struct FailureRulesError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// Each names the rule that it is about; not empty.
  package let problems: [String]

  package var description: String {
    "\(path): \(problems.joined(separator: "; ")). None of its rules is used until that is mended."
  }
}
