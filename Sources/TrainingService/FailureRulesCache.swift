internal import Diagnosis
internal import Platform

/// The rules of a home, read again when their file is another one than it was.
struct FailureRulesCache {
  private let file: FailureRulesFile
  /// As it was when it was read; nil where it was not there.
  private var status: FileStatus?
  private var rules: [UserFailureRule] = []

  init(_ file: FailureRulesFile) { self.file = file }

  /// The rules as they are now; none while something is wrong with them.
  ///
  /// - Parameter complain: is told what is wrong, once for each state of the file.
  mutating func current(complain: (String) -> Void) -> [UserFailureRule] {
    // What cannot be seen is told by reading it.
    let now = try? FileStatus(of: Array(file.path.utf8))
    guard now != status else { return rules }
    status = now
    rules = []
    do throws(FailureRulesError) { rules = try file.rules() } catch { complain("\(error)") }
    return rules
  }
}
