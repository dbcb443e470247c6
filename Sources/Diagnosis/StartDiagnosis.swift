import TrainingModel

/// The verdict on a command that could not be started.
enum StartDiagnosis {
  static func summary(of failure: StartFailure, command: [String]) -> ErrorSummary {
    let program = command.first ?? "the command"
    let type: FailureType
    let suggestions: [String]
    switch failure.problem {
    case .commandNotFound:
      type = .commandNotFound
      suggestions = [
        "Check the spelling of \(program); give the full path of a program that is not on PATH.",
        "There is no shell: `cd`, pipes and `VAR=x cmd` need `[\"bash\", \"-c\", \"…\"]`.",
      ]
    case .notExecutable:
      type = .notExecutable
      suggestions = [
        "Make it executable (`chmod +x`), or call it through its interpreter: `[\"python\", \"\(program)\"]`."
      ]
    case .directoryNotFound:
      type = .fileNotFound
      suggestions = ["Create the directory, or correct `cwd`."]
    case .permissionDenied:
      type = .permissionDenied
      suggestions = ["Give this user the right to read and execute it, or correct `cwd`."]
    case .systemError:
      type = .osResourceLimit
      suggestions = ["Free memory, processes or open files on this machine, then start again."]
    }
    return ErrorSummary(
      failureType: type, message: failure.message, suggestions: suggestions, evidence: [], confidence: .high,
      location: nil, retry: failure.problem == .systemError ? .mayHelp : .uselessUnchanged,
      fingerprint: FailureFingerprint.of(type, failure.message, .failedToStart(failure)))
  }
}
