package import TrainingService

extension RunForms {
  /// The forms of this target.
  package static let answers = RunForms(
    picture: { $0.json }, summary: { RunSummary($0, record: $0.shortJSON, line: $0.listLine) })
}
