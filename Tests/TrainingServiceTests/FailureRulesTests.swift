import Diagnosis
import JSON
import Platform
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Files of rules, good ones and bad ones.
@Suite struct FailureRulesTests {
  private static let good = #"[{"name": "n", "pattern": "a+", "label": "disk_full"}]"#

  private func rules(_ text: String) async throws -> [UserFailureRule] {
    try await ScratchDirectory.with { scratch in
      try FailureRulesFile(path: scratch.write("rules.json", text)).rules()
    }
  }

  private func problems(_ text: String) async throws -> [String] {
    do {
      _ = try await rules(text)
      return []
    } catch let error as FailureRulesError {
      return error.problems
    }
  }

  @Test func rulesComeInTheOrderOfTheFile() async throws {
    let text = #"""
      [{"name": "b", "pattern": "x", "label": "disk_full", "suggestions": ["s"], "retry": "may_help", "location": "l"},
       {"name": "a", "pattern": "(?i)y", "label": "unknown"}]
      """#
    #expect(try await rules(text).map(\.name) == ["b", "a"])
    #expect(try await rules("[]").isEmpty)
    #expect(try FailureRulesFile(path: "/nowhere/rules.json").rules().isEmpty)
  }

  @Test func everyProblemIsNamedAtOnce() async throws {
    let text = #"""
      [{"name": "one", "pattern": "a(", "label": "oom", "retry": "never", "color": 1},
       {"pattern": "", "label": 3, "suggestions": "s", "location": ""}, 7,
       {"name": "one", "pattern": "a", "label": "disk_full"}]
      """#
    #expect(
      try await problems(text) == [
        "rule 1 (one) color is not known; there are name, pattern, label, suggestions, retry, location",
        "rule 1 (one) pattern at character 2: this ( is never closed: write \\( for the character",
        "rule 1 (one) label must be a failureType such as \"cuda_out_of_memory\"",
        "rule 1 (one) retry must be useless_unchanged, may_help, unknown",
        "rule 2 name is missing",
        "rule 2 pattern must be a regular expression that a line of the log matches",
        "rule 2 label must be a failureType such as \"cuda_out_of_memory\"",
        "rule 2 location must be a text of 1 to 500 characters",
        "rule 2 suggestions must be at most 5 texts of at most 500 characters",
        "rule 3 must be an object with name, pattern and label",
        "rule 4 (one) name is that of another rule too",
      ])
  }

  @Test(arguments: [
    ("{}", "must be a list of rules"), ("[\n{]", "line 2 is no JSON"),
    (#"[{"name":"n","name":"n"}]"#, "is there twice"),
    ("[" + Array(repeating: "1", count: 201).joined(separator: ",") + "]", "at most 200"),
    ("[\"" + String(repeating: "x", count: 1 << 20) + "\"]", "larger than 1 MiB"),
  ])
  func whatIsNoListOfRulesIsRefused(text: String, words: String) async throws {
    #expect(try await problems(text).contains { $0.contains(words) })
  }

  /// The schema is for editors: what it lets through is what is read.
  @Test func theSchemaSaysTheSame() throws {
    let schema = try #require(
      try JSONParser.parse(try Repository.text("schemas/failure-rules.json"))["items"])
    #expect(
      schema["properties"]?.object?.names == ["name", "pattern", "label", "suggestions", "retry", "location"])
    #expect(schema["required"]?.strings == ["name", "pattern", "label"])
    #expect(schema["properties"]?["label"]?["enum"]?.strings == FailureType.allCases.map(\.rawValue))
    #expect(schema["properties"]?["retry"]?["enum"]?.strings == ErrorSummary.Retry.allCases.map(\.rawValue))
  }

  @Test func aFileIsReadAgainWhenItWasChanged() async throws {
    try await ScratchDirectory.with { scratch in
      var cache = FailureRulesCache(FailureRulesFile(path: scratch.path("rules.json")))
      var complaints: [String] = []
      func current() -> [String] { cache.current { complaints.append($0) }.map(\.name) }
      #expect(current() == [])
      try scratch.write("rules.json", Self.good)
      #expect(current() == ["n"])
      try scratch.write("rules.json", "[{}]")
      #expect(current() == [])
      #expect(current() == [])
      #expect(complaints.count == 1, "\(complaints)")
      #expect(complaints.first?.hasSuffix("None of its rules is used until that is mended.") == true)
      try scratch.write("rules.json", Self.good)
      #expect(current() == ["n"])
      try FileSystem.removeFile(scratch.path("rules.json"))
      #expect(current() == [])
    }
  }
}
