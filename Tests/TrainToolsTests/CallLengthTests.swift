import AgentProtocol
import JSON
import TestSupport
import Testing

@testable import TrainTools

/// Most clients give up a call after 60 s: none may last longer, unless its client says that it waits.
@Suite struct CallLengthTests {
  @Test(
    arguments: [
      ([:], false, 45), (["wait": 3], false, 3), (["wait": 3_600], false, 45), (["wait": 0], false, 0),
      ([:], true, 45), (["wait": 200], true, 200), (["wait": 3_600], true, 300),
      (["wait": 3_600, "startup_timeout": 900], true, 900),
      (["wait": 3_600, "startup_timeout": 900], false, 45),
      (["startup_timeout": 5], true, 5),
    ] as [(JSONObject, Bool, Double)])
  func aStartWaitsNoLongerThanItsClientListens(
    arguments: JSONObject, hasProgress: Bool, seconds: Double
  ) {
    #expect(TrainStartTool.seconds(toWait: arguments, hasProgress: hasProgress) == seconds)
  }

  /// Also one whose user was asked for as long as that may take.
  @Test(arguments: [(0, 45), (10, 45), (30, 25), (UserQuestions.usualTimeLimit, 10), (80, 0)])
  func aKillHasAnEnd(asked: Double, seconds: Double) {
    #expect(TrainStatusTool.secondsToStop(after: asked) == seconds)
  }

  @Test func aWaitHasAnEnd() throws {
    let schema = try JSONParser.parse(try Repository.text("schemas/train_status.input.json"))
    let timeout = schema["properties"]?["timeout"]
    #expect((timeout?["default"], timeout?["maximum"]) == (45, 600))
  }
}
