import EmbeddedFiles
import JSON
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

  @Test func phases() throws {
    #expect(try words(.trainStatusOutput, "properties", "phase") == RunPhase.allCases.map(\.rawValue))
  }

  @Test func statusesToListBy() throws {
    #expect(
      try words(.trainStatusInput, "properties", "status") == ProcessStatus.allCases.map(\.rawValue))
  }
}
