package import TrainingModel

extension ErrorSummary {
  /// The verdict with what was found where a path is missing.
  package func adding(_ finding: MissingPath, of path: String) -> ErrorSummary {
    switch finding {
    // One that is a directory where a file is wanted was there all the time.
    case .isThere where !LowerText(message).has("no such file"): self
    case .isThere:
      leading(
        "\(path) is there now: either it was made after the run looked for it, or the run looked from another "
          + "working directory.")
    case .near(let near): leading("\(path) is not there, but \(near) is: correct the path.")
    case .missing(let name, let directory, let names):
      leading(
        names.isEmpty
          ? "\(directory) is there, but holds no \(name): correct the path, or put there what is missing."
          : "\(directory) is there, but holds no \(name), only \(names.joined(separator: ", ")): correct the path, "
            + "or put there what is missing.")
    }
  }

  /// The verdict with who listens on the port that was to be had.
  package func adding(_ holder: PortHolder, of port: Int) -> ErrorSummary {
    switch holder {
    case .nobody:
      var summary = leading("Nobody listens on port \(port) any more: start it again.")
      summary.retry = .mayHelp
      return summary
    case .process(let pid, let name, let run?):
      return leading(
        "Port \(port) is held by process \(pid) (\(name)) of the run \(run): wait for its end, stop it, or use "
          + "another port.")
    case .process(let pid, let name, nil):
      return leading("Port \(port) is held by process \(pid) (\(name)): end it, or use another port.")
    case .otherUser(let id):
      return leading("Port \(port) is held by a process of user \(id): use another port.")
    }
  }

  private func leading(_ suggestion: String) -> ErrorSummary {
    var summary = self
    summary.suggestions = Array(([suggestion] + suggestions).prefix(Self.mostSuggestions))
    return summary
  }
}
