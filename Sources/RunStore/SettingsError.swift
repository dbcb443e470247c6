/// A settings file that cannot be used, with everything that is wrong with it.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// Each names the member that it is about; not empty.
  package let problems: [String]

  package var description: String { "\(path): \(problems.joined(separator: "; "))" }
}
