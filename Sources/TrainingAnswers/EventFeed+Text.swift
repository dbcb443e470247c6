internal import JSON
internal import TrainingModel
package import TrainingService

extension EventFeed {
  /// The part of the feed as a model reads it: a line each, oldest first.
  package var text: String {
    var lines: [String] = []
    if let gap { lines.append("Gap: \(gap.message)") }
    if entries.isEmpty { lines.append("Nothing happened.") }
    lines += entries.map(\.line)
    lines.append("Next: \(NextStep.after(self))")
    return lines.joined(separator: "\n")
  }
}

extension EventFeed.Gap {
  /// What it means for whoever reads on.
  package var message: String {
    switch self {
    case .expired:
      "Events after this cursor are no longer kept: action \"list\" tells how runs ended that are not named here."
    case .remade:
      "The history was made anew since this cursor: some events may be missing or come again; action \"list\" "
        + "tells how the runs stand."
    }
  }
}

extension EventFeed.Entry {
  /// When, who and what, in one line.
  fileprivate var line: String {
    let who = run?.rawValue ?? schedule?.rawValue ?? "?"
    let title = name.map { "\(who) (\($0))" } ?? who
    return "\(time.rfc3339) \(title): \(message)"
  }

  /// What happened, in one short sentence; parts of it may be text from the training.
  package var message: String {
    switch kind {
    case .started: "started" + said("pid", " as process ")
    case .trainingStarted: "training has begun"
    case .stage: "stage" + said("name", " ") + said("index", ", ") + said("total", " of ")
    case .warning: "warning" + said("code", " ") + said("message", ": ")
    case .artifact: "wrote" + said("path", " ")
    case .trainingError:
      "the training reports an error" + said("error_type", ": ") + said("error_message", ": ")
    case .trainingEnded: "the log says that the training is done"
    case .stoppedEarly: "stopped early, as it no longer improved"
    case .nothingToDo: "nothing was left to train"
    case .ended:
      said("process_status", "") + said("end_reason", ", ") + said("exit_code", ", exit code ")
        + said("failureType", ", ")
    case .scheduleFired:
      "started for \(said("scheduled_for", ""))" + said("attempt", ", attempt ") + said("message", ": ")
    case .scheduleSkipped, .scheduleMissed:
      said("status", "") + said("scheduled_for", " at ") + said("occurrences", ", occurrences: ")
        + said("message", ": ")
    case .scheduleFailed:
      (detail["scheduled_for"] == nil ? "nothing more will start" : "failed" + said("scheduled_for", " at "))
        + said("message", ": ")
    case .scheduleCompleted: "nothing is left to start"
    }
  }

  private func said(_ name: String, _ before: String) -> String {
    switch detail[name] {
    case .string(let text): before + text.prefix(Self.longestText)
    case .integer(let number): before + "\(number)"
    default: ""
    }
  }

  /// Characters of one part of a message.
  private static let longestText = 300
}
