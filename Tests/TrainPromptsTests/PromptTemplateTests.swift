import Testing

@testable import TrainPrompts

/// The body of a prompt and what arguments make of it.
@Suite struct PromptTemplateTests {
  @Test(
    arguments: [
      ("no tag, { nor }} }", [:], "no tag, { nor }} }"), ("{{a}}-{{a}}", ["a": "1"], "1-1"),
      ("<{{a}}>", [:], "<>"), ("{{a}}", ["a": "{{b}} {{#a}}"], "{{b}} {{#a}}"),
      ("{{#a}}yes {{a}}{{/a}}{{^a}}no{{/a}}", ["a": "1"], "yes 1"),
      ("{{#a}}yes {{a}}{{/a}}{{^a}}no{{/a}}", ["b": "1"], "no"),
      ("one\n{{#a}}\ntwo\n{{/a}}\nthree", ["a": ""], "one\ntwo\nthree"),
      ("one\n{{#a}}\ntwo\n{{/a}}\nthree", [:], "one\nthree"),
      ("one{{#a}} and{{/a}}\ntwo", [:], "one\ntwo"),
    ] as [(String, [String: String], String)])
  func argumentsTakeTheirPlaces(text: String, arguments: [String: String], result: String) throws {
    #expect(try PromptTemplate(text).text(arguments) == result)
  }

  @Test(arguments: ["{{a", "{{#a}}", "{{/a}}", "{{#a}}{{#b}}{{/b}}{{/a}}", "{{#a}}{{/b}}", "{{}}"])
  func aTagThatFitsNowhereIsRefused(text: String) {
    #expect(throws: PromptFileError.self) { try PromptTemplate(text) }
  }

  @Test func theNamesAreThoseOfAllTags() throws {
    #expect(try PromptTemplate("{{c}}{{#a}}{{b}}{{/a}}{{^a}}{{c}}{{/a}}").names == ["a", "b", "c"])
  }

  @Test(
    arguments: [
      ("log", "```\nlog\n```"), ("log\n", "```\nlog\n```"), ("a\n```\nb", "````\na\n```\nb\n````"),
      ("`````", "``````\n`````\n``````"),
    ])
  func nothingEndsAFenceFromInside(text: String, fenced: String) { #expect(Fence.around(text) == fenced) }
}
