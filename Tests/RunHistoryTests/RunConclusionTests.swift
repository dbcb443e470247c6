import JSON
import LogReading
import RunHistory
import Testing
import TrainingModel

@Suite struct RunConclusionTests {
  @Test(arguments: [
    Examples.conclusion, RunConclusion(log: LogPicture(), logSize: 0),
    RunConclusion(
      log: Examples.picture, logSize: .max, warnings: RunWarning.Code.allCases.map { .init($0, "w") }),
  ])
  func aConclusionComesBackAsItWent(conclusion: RunConclusion) throws {
    let text = JSONWriter.text(conclusion.json)
    #expect(RunConclusion(json: try JSONParser.parse(text)) == conclusion)
  }

  @Test(arguments: FailureType.allCases)
  func everyLabelComesBack(type: FailureType) {
    for confidence in ErrorSummary.Confidence.allCases {
      for retry in ErrorSummary.Retry.allCases {
        let summary = ErrorSummary(failureType: type, message: "", confidence: confidence, retry: retry)
        let conclusion = RunConclusion(log: LogPicture(), logSize: 1, errorSummary: summary)
        #expect(RunConclusion(json: conclusion.json) == conclusion)
      }
    }
  }

  @Test func whatIsMissingOrOfAnotherKindMakesItNone() throws {
    let json = try #require(Examples.conclusion.json.object)
    for name in json.names {
      for wrong in [nil, 1.5] as [JSONValue?] where wrong != nil || name != "error_summary" {
        var changed = json
        changed[name] = wrong
        #expect(RunConclusion(json: .object(changed)) == nil, "\(name)")
      }
    }
    let summary = try #require(json["error_summary"]?.object)
    for name in summary.names {
      for wrong in [nil, 1.5] as [JSONValue?] where wrong != nil || name != "location" {
        var changed = summary
        changed[name] = wrong
        var outer = json
        outer["error_summary"] = .object(changed)
        #expect(RunConclusion(json: .object(outer)) == nil, "\(name)")
      }
    }
  }

  @Test func membersOfALaterProgramArePassedOver() throws {
    var json = try #require(Examples.conclusion.json.object)
    json["later"] = ["a": 1]
    #expect(RunConclusion(json: .object(json)) == Examples.conclusion)
  }
}
