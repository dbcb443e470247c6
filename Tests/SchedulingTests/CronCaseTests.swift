import JSON
import Platform
import Scheduling
import Testing
import TrainingModel
import ZoneInfo

@Suite(.enabled(if: CaseDirectory.path != nil)) struct CronCaseTests {
  @Test(arguments: ["agreed.jsonl", "starbit.jsonl", "dst.jsonl"])
  func nextTimesAreThoseOfTheCases(file: String) throws {
    let cases = try CaseDirectory.cases(file)
    #expect(cases.count >= 100)
    for item in cases {
      let expression = try #require(item["expr"]?.string)
      let zone = try ZoneFiles.system().rules(of: try #require(item["tz"]?.string))
      let recurrence = CronRecurrence(try CronExpression(expression), in: zone)
      let wanted = try #require(item["next"]?.array).map { $0.string ?? "" }
      let after = try instant(try #require(item["after"]?.string))
      let found = recurrence.times(after: after, count: wanted.count).map { $0.rfc3339(in: zone) }
      #expect(
        found == wanted, "\(item["id"]?.string ?? "") \(expression) \(zone.name) after \(item["after"]!)")
      // The way back and the count must tell the same.
      if let last = recurrence.times(after: after, count: wanted.count).last {
        #expect(recurrence.count(after: after, through: last) == wanted.count, "\(expression) \(zone.name)")
        var back: [Timestamp] = []
        var time = Timestamp(nanoseconds: last.nanoseconds + 1)
        while back.count < wanted.count, let earlier = recurrence.previous(before: time) {
          back.append(earlier)
          time = earlier
        }
        #expect(back.reversed().map { $0.rfc3339(in: zone) } == wanted, "\(expression) \(zone.name)")
      }
    }
  }

  @Test(arguments: ["invalid.jsonl", "valid_odd.jsonl"])
  func oddTextsAreTakenAndRefused(file: String) throws {
    let cases = try CaseDirectory.cases(file)
    #expect(cases.count >= 100)
    let after = try instant("2026-01-15T12:00:00Z")
    for item in cases {
      let text = try #require(item["expr"]?.string)
      let product = try #require(item["product"])
      do throws(CronError) {
        let expression = try CronExpression(text)
        guard product["verdict"]?.string == "accept" else {
          Issue.record("taken: \(text)")
          continue
        }
        let recurrence = CronRecurrence(expression, in: .utc)
        let wanted = (product["next"]?.array ?? []).map { $0.string ?? "" }
        let found = recurrence.times(after: after, count: wanted.count).map { $0.rfc3339(in: .utc) }
        #expect(found == wanted, "\(text)")
        #expect(
          expression.warnings.map(word) == (product["warnings"]?.array ?? []).map { $0.string ?? "" },
          "\(text)")
      } catch {
        let problem = error.problems[0]
        #expect(product["verdict"]?.string == "reject", "\(text): \(error)")
        #expect(problem.kind.rawValue == product["error"]?.string, "\(text): \(error)")
        #expect(problem.field?.rawValue == product["field"]?.string, "\(text): \(error)")
      }
    }
  }

  private func word(_ warning: CronWarning) -> String {
    switch warning {
    case .stepWiderThanField(let field, _, _): "step_wider_than_field:\(field.rawValue)"
    case .eitherDayField: "day-of-month OR day-of-week"
    case .bothDayFields: "day fields are ANDed because one begins with '*'"
    }
  }
}
