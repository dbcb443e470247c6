extension TrainingPlan {
  /// The most globs of one schedule.
  package static let mostGlobs = 64

  /// Everything that cannot be meant as it was said; empty when nothing is.
  package var problems: [ScheduleProblem] { globProblems + contradictions }

  /// What is wrong with the globs alone.
  package var globProblems: [ScheduleProblem] {
    var problems: [ScheduleProblem] = []
    if data.count > Self.mostGlobs {
      problems.append(
        ScheduleProblem(
          kind: .outOfRange, argument: "data", message: "\(data.count) globs are too many",
          hint: "write at most \(Self.mostGlobs), with wildcards"))
    }
    for (index, text) in data.prefix(Self.mostGlobs).enumerated() {
      do throws(DataGlobError) { _ = try DataGlob(text) } catch {
        problems.append(
          ScheduleProblem(
            kind: .malformed, argument: "data[\(index)]", message: error.message, hint: error.hint))
      }
    }
    return problems
  }

  private var contradictions: [ScheduleProblem] {
    var problems: [ScheduleProblem] = []
    func refuse(_ argument: String, _ message: String, _ hint: String) {
      problems.append(ScheduleProblem(kind: .contradiction, argument: argument, message: message, hint: hint))
    }
    if let policy = onNoNewData {
      if mode == .full {
        refuse(
          "on_no_new_data",
          "'\(policy.rawValue)' means nothing with training_mode full, which trains on all data",
          "leave it out (take it away with null), or write training_mode 'incremental'")
      } else if data.isEmpty {
        refuse(
          "on_no_new_data", "'\(policy.rawValue)' means nothing without data to look at",
          "name the files in data, or leave it out (take it away with null)")
      }
    }
    if let first = firstIncremental, mode == .full {
      refuse(
        "first_incremental", "'\(first.rawValue)' means nothing with training_mode full",
        "leave it out (take it away with null), or write training_mode 'incremental'")
    }
    if forceRetrain, mode == .incremental {
      refuse(
        "force_retrain",
        "it trains where nothing has changed, and an incremental training has nothing to do there",
        "write force_retrain false, or training_mode 'full'")
    }
    return problems
  }
}
