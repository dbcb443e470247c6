import EmbeddedFiles
import JSON
import Scheduling
import Testing
import TrainingModel

/// The words in the schemas are the words of the code.
@Suite struct SchemaEnumerationTests {
  private func words(_ file: EmbeddedFile, _ path: String...) throws -> [String] {
    var value = try JSONParser.parse(file.text)
    for name in path { value = try #require(value[name], "\(path) at \(name)") }
    return try #require(value["enum"]?.array).compactMap(\.string)
  }

  @Test(arguments: [EmbeddedFile.trainStartOutput, .trainStatusOutput])
  func wordsOfTheModel(file: EmbeddedFile) throws {
    let summary = try words(file, "$defs", "error_summary", "properties", "failureType")
    #expect(summary == FailureType.allCases.map(\.rawValue))
    #expect(try words(file, "$defs", "process_status") == ProcessStatus.allCases.map(\.rawValue))
    #expect(Set(try words(file, "properties", "end_reason")) == Set(EndReason.allCases.map(\.rawValue)))
    #expect(
      try words(file, "$defs", "warning", "properties", "code") == RunWarning.Code.allCases.map(\.rawValue))
    #expect(
      try words(file, "$defs", "error_summary", "properties", "confidence")
        == ErrorSummary.Confidence.allCases.map(\.rawValue))
    #expect(
      try words(file, "$defs", "error_summary", "properties", "retry")
        == ErrorSummary.Retry.allCases.map(\.rawValue))
  }

  @Test(arguments: [EmbeddedFile.trainStartOutput, .trainStatusOutput])
  func whoSaysHowLongItTakes(file: EmbeddedFile) throws {
    #expect(
      try words(file, "$defs", "progress", "properties", "eta_from")
        == TimeLeft.Source.allCases.map(\.rawValue))
  }

  @Test(arguments: [EmbeddedFile.trainStartOutput, .trainStatusOutput])
  func whatChangedSinceAFailure(file: EmbeddedFile) throws {
    #expect(
      try words(file, "$defs", "error_summary", "properties", "changed", "items")
        == FailureRecurrence.Change.allCases.map(\.rawValue))
  }

  @Test func whatBecomesOfAStall() throws {
    let known = StallResponse.allCases.map(\.rawValue)
    #expect(try words(.trainStartInput, "properties", "on_stall") == known)
    for file in [EmbeddedFile.scheduleCreateInput, .scheduleUpdateInput] {
      #expect(try words(file, "properties", "start", "properties", "on_stall") == known)
    }
    for file in [
      EmbeddedFile.scheduleCreateOutput, .scheduleUpdateOutput, .schedulePauseOutput, .scheduleResumeOutput,
      .scheduleListOutput,
    ] {
      #expect(try words(file, "$defs", "start", "properties", "on_stall") == known)
    }
  }

  @Test func phases() throws {
    #expect(try words(.trainStatusOutput, "properties", "phase") == RunPhase.allCases.map(\.rawValue))
  }

  @Test func statusesToListBy() throws {
    #expect(
      try words(.trainStatusInput, "properties", "status") == ProcessStatus.allCases.map(\.rawValue))
  }

  @Test(arguments: [
    EmbeddedFile.scheduleCreateInput, .scheduleUpdateInput, .scheduleCreateOutput, .scheduleUpdateOutput,
    .schedulePauseOutput, .scheduleResumeOutput, .scheduleListOutput,
  ])
  func wordsOfSchedules(file: EmbeddedFile) throws {
    #expect(try words(file, "properties", "training_mode") == TrainingMode.allCases.map(\.rawValue))
    #expect(try words(file, "properties", "overlap") == OverlapPolicy.allCases.map(\.rawValue))
    #expect(try words(file, "properties", "catch_up") == CatchUpPolicy.allCases.map(\.rawValue))
    // What may be taken away may be null, which is no word.
    #expect(try words(file, "properties", "on_no_new_data") == NoNewDataPolicy.allCases.map(\.rawValue))
    #expect(try words(file, "properties", "first_incremental") == FirstIncremental.allCases.map(\.rawValue))
    guard file.path.hasSuffix(".output.json") else { return }
    #expect(try words(file, "$defs", "schedule_status") == ScheduleStatus.allCases.map(\.rawValue))
  }

  @Test func wordsOfExecutions() throws {
    let words = ExecutionStatus.allCases.map(\.rawValue)
    #expect(try self.words(.scheduleHistoryInput, "properties", "status") == words)
    #expect(
      try self.words(.scheduleHistoryOutput, "$defs", "execution", "properties", "status") == words)
    #expect(
      try self.words(.scheduleHistoryOutput, "$defs", "execution", "properties", "reason")
        == ExecutionReason.allCases.map(\.rawValue))
    #expect(
      try self.words(.scheduleListInput, "properties", "status") == ScheduleStatus.allCases.map(\.rawValue))
  }
}
