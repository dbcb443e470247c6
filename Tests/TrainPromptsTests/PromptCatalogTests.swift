import EmbeddedFiles
import JSON
import TestSupport
import Testing

@testable import TrainPrompts

/// What the prompts of the repository say is true of the tools as they are.
@Suite struct PromptCatalogTests {
  @Test func everyFileIsServed() throws {
    let files = try Repository.files(under: "prompts", suffix: ".md").filter {
      $0 != EmbeddedFile.serverInstructions.path
    }
    #expect(TrainPrompts.files.map(\.path).sorted() == files)
  }

  @Test(arguments: TrainPrompts.files)
  func aFileIsShortAndReadable(file: EmbeddedFile) throws {
    let prompt = try PromptFile(file.text)
    #expect(prompt.title.utf8.count <= 40)
    #expect(prompt.description.utf8.count <= 160)
    #expect(file.text.utf8.count <= 4000)
    // Hosts fill in a slash command from left to right.
    let required = prompt.arguments.map(\.isRequired)
    #expect(required == required.sorted { $0 && !$1 })
  }

  /// Every word in backquotes is a tool, an action, an argument, a member of an answer, or a value of one.
  @Test(arguments: TrainPrompts.files + [.serverInstructions])
  func everyNameIsOneOfTheTools(file: EmbeddedFile) throws {
    let known = try Self.knownWords()
    let quoted = file.text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(!quoted.isEmpty)
    for word in quoted where word != "signalbox daemon" {
      #expect(known.contains(word), "'\(word)' is nothing that the tools know")
    }
    let tools = Set(EmbeddedFile.allCases.compactMap { Self.tool(of: $0.path) })
    for word in file.text.split(whereSeparator: { !$0.isLetter && $0 != "_" }) {
      guard word.hasPrefix("train_") || word.hasPrefix("schedule_"), word != "schedule_id" else { continue }
      #expect(tools.contains(String(word)), "there is no tool '\(word)'")
    }
  }

  private static func tool(of path: String) -> String? {
    guard path.hasPrefix("schemas/"), path.hasSuffix(".input.json") else { return nil }
    return String(path.dropFirst("schemas/".count).dropLast(".input.json".count))
  }

  private static func knownWords() throws -> Set<String> {
    var words: Set<String> = []
    for file in EmbeddedFile.allCases where file.path.hasPrefix("schemas/") {
      tool(of: file.path).map { _ = words.insert($0) }
      collect(try JSONParser.parse(file.text), &words)
    }
    return words
  }

  private static func collect(_ value: JSONValue, _ words: inout Set<String>) {
    for element in value.array ?? [] { collect(element, &words) }
    for member in value.object?.members ?? [] {
      if member.name == "properties" { words.formUnion(member.value.object?.names ?? []) }
      if member.name == "enum" { words.formUnion(member.value.array?.compactMap(\.string) ?? []) }
      collect(member.value, &words)
    }
  }
}
