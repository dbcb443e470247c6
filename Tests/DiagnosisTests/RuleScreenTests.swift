import LogReading
import Testing
import TrainingModel

@testable import Diagnosis

/// The screen finds what asking each rule in turn finds.
@Suite struct RuleScreenTests {
  private static let forLines = FailureRule.byWeight.filter {
    $0.readsLines && $0.raisedIn.isEmpty && !$0.words.isEmpty
  }

  /// What tells one rule from another: rules have no names.
  private func mark(_ rule: FailureRule?) -> String {
    rule.map { "\($0.type) \($0.weight) \($0.words) \($0.exceptions) \($0.modules) \($0.raisedIn)" } ?? "none"
  }

  @Test func itPassesNothingOver() {
    var found: Set<String> = []
    for example in FailureExampleTests.Example.all {
      let log = lines(example.log)
      for line in log {
        let scene = FailureScene(text: line.text, command: [], exception: nil)
        let rule = Self.forLines.first { $0.matches(scene) }
        #expect(mark(FailureRule.ofLines.firstMatch(scene)) == mark(rule), "\(line.text)")
      }
      for exception in TracebackScanner.exceptions(in: log) {
        let scene = FailureScene(text: exception.text, command: [], exception: exception)
        let rule = FailureRule.byWeight.first { $0.matches(scene) }
        #expect(mark(FailureRule.ofExceptions.firstMatch(scene)) == mark(rule), "\(exception.text)")
        found.insert(mark(rule))
      }
    }
    #expect(found.count > 100)
  }
}
