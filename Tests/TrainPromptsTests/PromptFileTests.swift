import Testing

@testable import TrainPrompts

/// What a prompt's file must say.
@Suite struct PromptFileTests {
  private static let whole = """
    ---
    title: T
    description: D, with words: and more
    arguments:
      - name: a
        description: The a.
        required: true
        completion: failed_run
        attach: picture, log
      - name: b
        description: The b.
    ---
    Do {{a}} and {{b}}.

    """

  @Test func everythingIsRead() throws {
    let file = try PromptFile(Self.whole)
    #expect((file.title, file.description) == ("T", "D, with words: and more"))
    #expect(
      file.arguments == [
        .init(
          name: "a", description: "The a.", isRequired: true, completion: .failedRun,
          attachments: [.picture, .log]),
        .init(name: "b", description: "The b.", isRequired: false, completion: nil, attachments: []),
      ])
    #expect(file.template.text(["a": "x", "b": "y"]) == "Do x and y.\n")
  }

  @Test(
    arguments: [
      ("---\n", "", .noFrontMatter), ("---\nDo", "Do", .noFrontMatter), ("title: T\n", "", .missing("title")),
      ("title: T\n", "title: T\ntitle: U\n", .badLine("title: U")),
      ("title: T\n", "titel: T\n", .badLine("titel: T")),
      ("    description: The b.\n", "", .missing("description")),
      ("required: true", "required: yes", .badLine("required: yes")),
      ("failed_run", "faild_run", .badLine("completion: faild_run")),
      ("picture, log", "picture, logs", .badLine("attach: logs")),
      ("  - name: b", " - name: b", .badLine(" - name: b")),
      (" and {{b}}", "", .argumentsDiffer(declared: ["a", "b"], used: ["a"])),
      ("{{b}}", "{{b}} {{c}}", .argumentsDiffer(declared: ["a", "b"], used: ["a", "b", "c"])),
      ("{{b}}", "{{b", .badTag("b.")),
    ] as [(String, String, PromptFileError)])
  func aMistakeIsNamed(text: String, mistake: String, error: PromptFileError) throws {
    let range = try #require(Self.whole.firstRange(of: text))
    let changed = Self.whole.replacingCharacters(in: range, with: mistake)
    #expect(throws: error) { try PromptFile(changed) }
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
