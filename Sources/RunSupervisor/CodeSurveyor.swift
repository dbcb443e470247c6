internal import Platform
package import RunStore
internal import TrainingModel

/// Writes down what the code of a run was at its start, beside the run: nobody waits for it to start the training.
///
/// A process of its own, so that what it starts ends with it, and is no child of the run's supervisor or of a server.
package enum CodeSurveyor {
  /// The descriptor, behind the standard ones, of `code.json`, whose lock is held until this process ends.
  package static let inherited: Int32 = 3
  /// Seconds after which a repository is given up.
  private static let longest = 10.0

  /// - Returns: the exit code for the process: 0 also where there is nothing to tell.
  package static func run(of run: RunDirectory) -> Int32 {
    let file = FileDescriptor(owning: inherited)
    do {
      let specification = try run.specification()
      guard var survey = CodeSurvey(inherited: .current, seconds: longest),
        let state = survey.state(of: specification.command, in: specification.workingDirectory)
      else { return 0 }
      try file.write(RunDirectory.codeRecord(state))
      return 0
    } catch {
      // It is removed already, or the disk is full: then nothing is known of its code.
      return 70
    }
  }
}
