internal import Diagnosis
internal import JSON
internal import LinePatterns
internal import TrainingModel

/// Turns the JSON of a file of rules into rules, and collects everything that is wrong with it.
///
/// The file is written by people: a name that is not known is a mistake.
struct FailureRulesReader {
  /// Rules that a file may have: each is held against the lines of every log.
  static let maximumRules = 200
  /// What may be written of a suggestion and a name, in characters.
  private static let maximumText = 500
  private static let maximumSuggestions = 5

  private(set) var rules: [UserFailureRule] = []
  private(set) var problems: [String] = []

  init(_ json: JSONValue) {
    guard let list = json.array else {
      problems = ["the file must be a list of rules: [{\"name\": …, \"pattern\": …, \"label\": …}]"]
      return
    }
    if list.count > Self.maximumRules {
      problems.append("there are \(list.count) rules, at most \(Self.maximumRules) may be")
    }
    var names: Set<String> = []
    for (index, json) in list.prefix(Self.maximumRules).enumerated() {
      var reader = FailureRuleReader(json, number: index + 1)
      if let name = reader.name, !names.insert(name).inserted {
        reader.problem("name", "is that of another rule too")
      }
      problems += reader.problems
      if let rule = reader.rule { rules.append(rule) }
    }
  }

  /// One rule.
  private struct FailureRuleReader {
    private static let members = ["name", "pattern", "label", "suggestions", "retry", "location"]

    private let place: String
    private let object: JSONObject
    private(set) var problems: [String] = []
    private(set) var name: String?
    private(set) var rule: UserFailureRule?

    init(_ json: JSONValue, number: Int) {
      object = json.object ?? [:]
      name = object["name"]?.string
      place = name.map { "rule \(number) (\($0.prefix(60)))" } ?? "rule \(number)"
      guard json.object != nil else {
        problem(nil, "must be an object with name, pattern and label")
        return
      }
      var seen: Set<String> = []
      for member in object.names {
        if !Self.members.contains(member) {
          problem(member, "is not known; there are \(Self.members.joined(separator: ", "))")
        }
        if !seen.insert(member).inserted { problem(member, "is there twice") }
      }
      read()
    }

    private mutating func read() {
      let name = text("name", isNeeded: true)
      let pattern = pattern()
      let type = word(
        "label", FailureType.self, "must be a failureType such as \"cuda_out_of_memory\"", isNeeded: true)
      let retry = word(
        "retry", ErrorSummary.Retry.self,
        "must be \(ErrorSummary.Retry.allCases.map(\.rawValue).joined(separator: ", "))")
      let location = text("location")
      let suggestions = suggestions()
      guard problems.isEmpty, let name, let pattern, let type else { return }
      rule = UserFailureRule(
        name: name, pattern: pattern, type: type, suggestions: suggestions, retry: retry, location: location)
    }

    private mutating func pattern() -> LinePattern? {
      guard let text = object["pattern"]?.string, !text.isEmpty else {
        problem("pattern", "must be a regular expression that a line of the log matches")
        return nil
      }
      do throws(LinePatternError) { return try LinePattern(text) } catch {
        problem("pattern", "\(error)")
        return nil
      }
    }

    private mutating func suggestions() -> [String] {
      guard let json = object["suggestions"] else { return [] }
      guard let texts = json.strings, texts.count <= maximumSuggestions,
        texts.allSatisfy({ !$0.isEmpty && $0.count <= maximumText })
      else {
        problem(
          "suggestions", "must be at most \(maximumSuggestions) texts of at most \(maximumText) characters")
        return []
      }
      return texts
    }

    private mutating func text(_ member: String, isNeeded: Bool = false) -> String? {
      guard let json = object[member] else {
        if isNeeded { problem(member, "is missing") }
        return nil
      }
      guard let text = json.string, !text.isEmpty, text.count <= maximumText else {
        problem(member, "must be a text of 1 to \(maximumText) characters")
        return nil
      }
      return text
    }

    private mutating func word<Word: RawRepresentable<String>>(
      _ member: String, _ type: Word.Type, _ what: String, isNeeded: Bool = false
    ) -> Word? {
      guard let json = object[member] else {
        if isNeeded { problem(member, "is missing: it \(what)") }
        return nil
      }
      guard let word = json.string.flatMap(Word.init) else {
        problem(member, what)
        return nil
      }
      return word
    }

    mutating func problem(_ member: String?, _ what: String) {
      problems.append([place, member, what].compactMap(\.self).joined(separator: " "))
    }
  }
}
