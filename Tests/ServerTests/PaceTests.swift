import JSON
import TestSupport
import Testing
import TranscriptReplay

/// How long a training still takes, as a real server tells it.
@Suite(.timeLimit(.minutes(10)), .blocking) struct PaceTests {
  /// The progress of a run once it says how long it takes.
  private func timedProgress(_ yard: Yard, _ id: String) throws -> (JSONValue, text: String) {
    var answer = try yard.status("status", id)
    try blockUntil("the time left is told") {
      answer = try yard.status("status", id)
      return answer["progress"]?["eta_s"] != nil
    }
    return (try #require(answer["progress"]), answer.text)
  }

  @Test func theTimeLeftIsToldByTheRunsOwnPace() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("logistic_regression", "--epochs", "100", "--pause", "0.1"), ["on_stall": "stop"])
    let (progress, text) = try timedProgress(yard, id)
    #expect(progress["eta_from"] == "pace")
    #expect((0.0...60).contains(progress["eta_s"]?.double ?? -1))
    #expect(text.contains(" left by its own pace"))
    _ = try yard.status("kill", id)
    let end = try yard.end(of: id)
    #expect(end["end_reason"] == "kill_requested")
    #expect(end["progress"]?["epoch"] != nil)
    #expect(end["progress"]?["eta_s"] == nil)
  }

  @Test func whatTheTrainingPrintsOfTheWholeGoesFirst() throws {
    let yard = try Yard()
    let code = """
      import time
      for step in range(1, 2000):
        print(f'{{"event": "progress", "step": {step}, "total_steps": 2000, "eta_s": 4321}}', flush=True)
        time.sleep(0.05)
      """
    let id = try yard.startRun(["python3", "-c", .string(code)])
    let (progress, text) = try timedProgress(yard, id)
    #expect(progress["eta_from"] == "log")
    #expect(progress["eta_s"] == 4321)
    #expect(text.contains("1 h 12 min left,") || text.contains("1 h 12 min left."))
    _ = try yard.status("kill", id)
  }

  @Test func theTimeOfAnEpochsBarIsNotToldAsThatOfTheWhole() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("progress_bar", "--epochs", "200", "--pause", "0.05"))
    let (progress, _) = try timedProgress(yard, id)
    // An epoch takes two seconds, and its bar says so.
    #expect(progress["eta_from"] == "pace")
    #expect(progress["eta_s"]?.double ?? 0 > 60)
    _ = try yard.status("kill", id)
  }
}
