internal import Platform
internal import RunStore
internal import TrainingModel

/// What the code of a run is.
extension RunRegistry {
  /// Has it found out, beside the run: whoever starts a training does not wait for git.
  ///
  /// - Parameter lock: that of `code.json`, held since before the run began.
  func surveyCode(of run: RunDirectory, lock: consuming FileLock) {
    do {
      let null = try FileDescriptor.open("/dev/null", .reading)
      _ = try ChildProcess.launch(
        ProgramLaunch(
          path: supervisorProgram, arguments: ["signalbox", "survey-code", run.path],
          environment: environment, directory: "/",
          descriptors: [null.number, null.number, null.number, lock.number], newSession: true))
    } catch {
      complain("What the code of the run in \(run.path) is cannot be found out: \(error)")
    }
  }

  /// Takes the lock of `code.json`; nil where there is nothing to find out, or that cannot be done: then nothing is known
  /// of the code.
  func lockCode(of run: RunDirectory, _ specification: RunSpecification) -> FileLock? {
    // Most scratch directories lie in none, and a process costs more than all the rest of a start.
    let places = CodePlaces(of: specification.command, in: specification.workingDirectory)
    guard places.mayLieInRepository else { return nil }
    do throws(SystemError) { return try FileLock(path: run.codePath) } catch {
      complain("What the code of the run in \(run.path) is cannot be kept: \(error)")
      return nil
    }
  }
}
