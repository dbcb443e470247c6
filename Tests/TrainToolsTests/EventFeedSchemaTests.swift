import JSON
import TestSupport
import Testing
import TrainingService

/// The words of the event feed in the schemas are those of the code.
@Suite struct EventFeedSchemaTests {
  private func words(_ file: String, _ path: String...) throws -> [String] {
    var value = try JSONParser.parse(try Repository.text("schemas/\(file).json"))
    for name in path { value = try #require(value[name], "\(path) at \(name)") }
    return try #require(value["enum"]?.array).compactMap(\.string)
  }

  @Test func kinds() throws {
    let known = EventFeed.Kind.allCases.map(\.rawValue)
    #expect(try words("train_status.input", "properties", "kinds", "items") == known)
    #expect(try words("train_status.output", "$defs", "feed_event", "properties", "kind") == known)
  }

  @Test func gaps() throws {
    #expect(
      try words("train_status.output", "properties", "gap", "properties", "reason")
        == EventFeed.Gap.allCases.map(\.rawValue))
  }

  @Test func endReasons() throws {
    #expect(
      try words("train_status.output", "$defs", "feed_event", "properties", "end_reason")
        == words("train_status.output", "properties", "end_reason"))
  }
}
