/// Finds the first of many rules that matches, and looks at few of them for that.
///
/// Nearly all rules are ruled out by the pairs of neighboring letters that their words have and a text has not: a table
/// that is read from front to end, where asking each rule in turn costs ten times as much.
struct RuleScreen: Sendable {
  /// Words that a text must have all of for a rule to match by them.
  private struct Alternative {
    /// Where its pairs end in `pairs`; they begin where those before it end.
    let end: Int32
    let rule: Int32
  }

  private let rules: [FailureRule]
  /// The hashes of the pairs of all words.
  private let pairs: [UInt16]
  private let alternatives: [Alternative]
  /// The rules that names of exceptions decide.
  private let named: [String: [Int]]
  /// The rules that the module of an exception decides, by how its name begins.
  private let modules: [(prefix: String, rule: Int)]
  /// The rules that neither words nor names decide.
  private let others: [Int]

  /// - Parameter rules: the first that matches counts.
  init(_ rules: [FailureRule]) {
    self.rules = rules
    var pairs: [UInt16] = []
    var alternatives: [Alternative] = []
    var named: [String: [Int]] = [:]
    var modules: [(prefix: String, rule: Int)] = []
    for (index, rule) in rules.enumerated() {
      for words in rule.words {
        pairs += Set(words.flatMap(LowerText.pairs(of:))).sorted()
        alternatives.append(Alternative(end: Int32(pairs.count), rule: Int32(index)))
      }
      for name in rule.exceptions { named[name, default: []].append(index) }
      modules += rule.modules.map { ($0, index) }
    }
    self.pairs = pairs
    self.alternatives = alternatives
    self.named = named
    self.modules = modules
    others = rules.indices.filter {
      rules[$0].words.isEmpty && rules[$0].exceptions.isEmpty && rules[$0].modules.isEmpty
    }
  }

  /// The first rule that matches.
  func firstMatch(_ scene: FailureScene) -> FailureRule? {
    var candidates = byWords(scene.lower)
    if let exception = scene.exception {
      candidates += others + (named[exception.name] ?? [])
      if let base = exception.baseName { candidates += named[base] ?? [] }
      let type = exception.type
      for module in modules where type.hasPrefix(module.prefix) { candidates.append(module.rule) }
      candidates.sort()
    }
    for index in candidates where rules[index].matches(scene) { return rules[index] }
    return nil
  }

  /// The rules of which a text may have the words, in their order.
  private func byWords(_ text: LowerText) -> [Int] {
    var found: [Int] = []
    pairs.withUnsafeBufferPointer { pairs in
      alternatives.withUnsafeBufferPointer { alternatives in
        text.withPairs { isThere in
          var start = 0
          for alternative in alternatives {
            let end = Int(alternative.end)
            var index = start
            start = end
            while index < end, isThere[Int(pairs[index] >> 6)] & 1 << UInt64(pairs[index] & 63) != 0 {
              index += 1
            }
            if index == end, found.last != Int(alternative.rule) { found.append(Int(alternative.rule)) }
          }
        }
      }
    }
    return found
  }
}
