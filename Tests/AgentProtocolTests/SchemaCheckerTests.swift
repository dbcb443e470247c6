import AgentProtocol
import JSON
import TestSupport
import Testing

/// Every keyword, and the words in which a model reads what is wrong.
@Suite struct SchemaCheckerTests {
  private func problems(_ value: JSONValue, _ schema: JSONObject) -> [String] {
    SchemaChecker(schema: ["type": "object", "properties": ["a": .object(schema)]])
      .problems(with: ["a": value]).map(\.description)
  }

  /// One schema, what fits it, and what does not with the words for it.
  private struct Example: CustomTestStringConvertible, Sendable {
    let schema: JSONObject
    let fitting: [JSONValue]
    let others: [(JSONValue, String)]
    var testDescription: String { JSONWriter.text(.object(schema)) }
  }

  private static let examples: [Example] = [
    Example(
      schema: ["type": "string"], fitting: ["", "x"],
      others: [
        (5, "a: must be a string, but is an integer: 5"), (.null, "a: must be a string, but is null: null"),
        (["x"], "a: must be a string, but is an array"), ([:], "a: must be a string, but is an object"),
        (1.5, "a: must be a string, but is a number: 1.5"),
      ]),
    Example(
      schema: ["type": "integer"], fitting: [0, -3, 3.0],
      others: [
        ("5", #"a: must be an integer, but is the string "5" (write it without quotes)"#),
        ("five", #"a: must be an integer, but is a string: "five""#),
        (1.5, "a: must be an integer, but is a number: 1.5"),
        (true, "a: must be an integer, but is a boolean: true"),
      ]),
    Example(
      schema: ["type": "number"], fitting: [0, 1.5, -2],
      others: [(false, "a: must be a number, but is a boolean: false")]),
    Example(
      schema: ["type": "boolean"], fitting: [true, false],
      others: [
        ("true", #"a: must be a boolean, but is a string: "true""#),
        (1, "a: must be a boolean, but is an integer: 1"),
      ]),
    Example(
      schema: ["type": "null"], fitting: [.null], others: [(0, "a: must be null, but is an integer: 0")]),
    Example(
      schema: ["type": ["number", "null"]], fitting: [.null, 1, 1.5],
      others: [("x", #"a: must be a number or null, but is a string: "x""#)]),
    Example(
      schema: ["type": ["integer", "null"], "minimum": 1, "maximum": 5], fitting: [.null, 1],
      others: [(0, "a: must be an integer from 1 to 5 or null, but is 0")]),
    Example(
      schema: ["type": "array", "items": ["type": "string"]], fitting: [[], ["x"]],
      others: [
        ("x", #"a: must be an array of strings, but is a string: "x""#),
        (
          ["x", 1, 2],
          "a[1]: must be a string, but is an integer: 1\na[2]: must be a string, but is an integer: 2"
        ),
      ]),
    Example(
      schema: ["type": "integer", "minimum": 1, "maximum": 600], fitting: [1, 600],
      others: [
        (0, "a: must be an integer from 1 to 600, but is 0"),
        (601, "a: must be an integer from 1 to 600, but is 601"),
        ("x", #"a: must be an integer from 1 to 600, but is a string: "x""#),
      ]),
    Example(
      schema: ["type": "number", "minimum": 0], fitting: [0, 0.5],
      others: [(-1, "a: must be a number of at least 0, but is -1")]),
    Example(
      schema: ["type": "number", "maximum": 5], fitting: [5, -5],
      others: [(5.5, "a: must be a number of at most 5, but is 5.5")]),
    Example(
      schema: ["type": "number", "exclusiveMinimum": 0], fitting: [0.001],
      others: [(0, "a: must be a number above 0, but is 0")]),
    Example(
      schema: ["type": "number", "exclusiveMinimum": 0, "maximum": 9], fitting: [9],
      others: [(0, "a: must be a number above 0 and at most 9, but is 0")]),
    Example(
      schema: ["type": "string", "minLength": 1], fitting: ["x"], others: [("", "a: must not be empty")]),
    Example(
      schema: ["type": "string", "minLength": 2, "maxLength": 3], fitting: ["ab", "e\u{301}e", "😀😀😀"],
      others: [
        ("a", "a: must have at least 2 characters, but has 1"),
        ("abcd", "a: must have at most 3 characters, but has 4"),
      ]),
    Example(
      schema: ["type": "array", "minItems": 1, "maxItems": 2], fitting: [[1], [1, 2]],
      others: [
        ([], "a: must have at least 1 elements, but has 0"),
        ([1, 2, 3], "a: must have at most 2 elements, but has 3"),
      ]),
    Example(
      schema: ["type": "string", "enum": ["status", "logs"]], fitting: ["logs"],
      others: [
        ("log", #"a: must be one of "status", "logs", but is "log""#),
        (1, #"a: must be one of "status", "logs", but is an integer: 1"#),
      ]),
    Example(schema: ["const": "x"], fitting: ["x"], others: [("y", #"a: must be "x", but is "y""#)]),
    Example(
      schema: ["anyOf": [["type": "string"], ["type": "integer"]]], fitting: ["x", 1],
      others: [(true, "a: fits none of the forms that are accepted")]),
    Example(
      schema: ["type": "object", "additionalProperties": ["type": "string"]], fitting: [[:], ["k": "v"]],
      others: [(["k": 1], "a.k: must be a string, but is an integer: 1")]),
    Example(
      schema: ["type": "object", "properties": ["k": [:]], "additionalProperties": false],
      fitting: [[:], ["k": 1]],
      others: [(["l": 1], "a.l: is not an argument here; there are: k")]),
    Example(
      schema: ["type": "object", "required": ["k"], "properties": ["k": ["type": "integer", "minimum": 2]]],
      fitting: [["k": 2]], others: [([:], "a.k: is required: an integer of at least 2")]),
    Example(
      schema: ["type": "object", "required": ["k"]], fitting: [["k": .null]],
      others: [([:], "a.k: is required")]),
    Example(schema: [:], fitting: [.null, 1, "x", [], [:]], others: []),
  ]

  @Test(arguments: examples)
  private func whatFitsPassesAndWhatDoesNotIsNamed(example: Example) {
    for value in example.fitting { #expect(problems(value, example.schema).isEmpty, "\(value)") }
    for (value, words) in example.others {
      #expect(problems(value, example.schema).joined(separator: "\n") == words)
    }
  }

  @Test func referencesLeadIntoTheDefinitions() {
    let checker = SchemaChecker(schema: [
      "type": "object", "properties": ["a": ["$ref": "#/$defs/tree"]],
      "$defs": ["tree": ["type": "object", "additionalProperties": ["$ref": "#/$defs/tree"]]],
    ])
    #expect(checker.problems(with: ["a": ["b": ["c": [:]]]]).isEmpty)
    #expect(
      checker.problems(with: ["a": ["b": ["c": 1]]]).map(\.description)
        == ["a.b.c: must be an object, but is an integer: 1"])
  }

  @Test func everythingIsToldAtOnce() {
    let checker = SchemaChecker(schema: [
      "type": "object", "required": ["command", "name"], "additionalProperties": false,
      "properties": [
        "command": ["type": "array", "items": ["type": "string"]], "name": ["type": "string"],
        "env": ["type": "object", "additionalProperties": ["type": "string"]],
        "wait": ["type": "number", "maximum": 9],
      ],
    ])
    let found = checker.problems(with: [
      "env": ["A": 1, "B": "x", "C": []], "wait": 10, "cmd": "x", "command": [2],
    ])
    #expect(found.map(\.argument) == ["name", "env.A", "env.C", "wait", "cmd", "command[0]"])
  }

  @Test func theArgumentsAsAWholeHaveANameToo() {
    let checker = SchemaChecker(schema: [
      "type": "object", "anyOf": [["required": ["a"]], ["required": ["b"]]],
    ])
    #expect(
      checker.problems(with: [:]).map(\.description)
        == ["(arguments): fits none of the forms that are accepted"])
    #expect(checker.problems(with: ["b": 1]).isEmpty)
    #expect(
      checker.problems(with: []).map(\.description) == [
        "(arguments): must be an object, but is an array"
      ])
  }

  @Test func longValuesAreCut() throws {
    let problem = try #require(
      problems(.string(String(repeating: "x", count: 100_000)), ["type": "integer"]).first)
    #expect(problem == "a: must be an integer, but is a string: \"" + String(repeating: "x", count: 76) + "…")
  }

  /// The keywords of every schema within `schema`; the members of `properties` and `$defs` are names.
  private func keywords(_ schema: JSONValue) -> Set<String> {
    var found: Set<String> = []
    for (name, value) in schema.object?.members ?? [] {
      found.insert(name)
      switch name {
      case "properties", "$defs": value.object?.members.forEach { found.formUnion(keywords($0.value)) }
      case "anyOf": value.array?.forEach { found.formUnion(keywords($0)) }
      case "items", "additionalProperties": found.formUnion(keywords(value))
      default: break
      }
    }
    return found
  }

  @Test func everyKeywordOfTheToolsSchemasIsKnown() throws {
    let files = try [".input.json", ".output.json"].flatMap { suffix in
      try Repository.files(under: "schemas", suffix: suffix)
    }
    #expect(files.count >= 4)
    for file in files {
      let schema = try JSONParser.parse(try Repository.bytes(file))
      #expect(keywords(schema).subtracting(SchemaChecker.keywords).isEmpty, "\(file)")
    }
    #expect(keywords(["items": ["pattern": "x"]]) == ["items", "pattern"])
  }
}
