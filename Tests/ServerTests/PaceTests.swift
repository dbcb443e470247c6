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

  // MARK: Stalls

  private static func hanging(_ more: [JSONValue] = []) -> JSONValue {
    .array((Yard.trainer("hangs_silently", "--after-epochs", "6", "--pause", "0.05").array ?? []) + more)
  }

  private func codes(_ picture: ToolAnswer) -> [String] {
    picture["warnings"]?.array?.compactMap { $0["code"]?.string } ?? []
  }

  @Test func aTrainingThatStopsSteppingIsToldAsItWasAskedFor() throws {
    let yard = try Yard()
    let id = try yard.startRun(Self.hanging(), ["stall_after": 1])
    try blockUntil("it has stalled", within: 60) { codes(try yard.status("status", id)) == ["stalled"] }
    let picture = try yard.status("status", id)
    #expect(picture["phase"] == "training", "nobody asked for more")
    #expect(
      picture["warnings"]?.array?.first?["message"]?.string?.contains("after 1.0 s that counts as a stall")
        == true)
    _ = try yard.status("kill", id)
    #expect(try yard.end(of: id)["end_reason"] == "kill_requested")
  }

  /// Also one that says that it is alive.
  @Test(arguments: [[], ["--heartbeat"]])
  func aTrainingThatStopsSteppingIsStoppedAsItWasAskedFor(more: [JSONValue]) throws {
    let yard = try Yard()
    let id = try yard.startRun(Self.hanging(more), ["stall_after": 1, "on_stall": "stop", "grace": 1])
    let picture = try yard.end(of: id)
    #expect(picture["process_status"] == "killed")
    #expect(picture["end_reason"] == "stalled")
    #expect(codes(picture).contains("stalled"))
    #expect(picture["error_summary"]?["failureType"] == "stalled")
  }

  @Test(arguments: [("Evaluating on 5000 samples", "completed"), ("thinking", "killed")])
  func aSilentEvaluationThatWasAnnouncedIsNoStall(line: String, status: String) throws {
    let yard = try Yard()
    let code = """
      import time
      for step in range(1, 21):
        print(f'step {step}/100 loss: {1 / step:.3f}', flush=True)
        time.sleep(0.05)
      print('\(line)', flush=True)
      time.sleep(4)
      for step in range(21, 101): print(f'step {step}/100 loss: {1 / step:.3f}', flush=True)
      """
    let id = try yard.startRun(
      ["python3", "-c", .string(code)], ["stall_after": 1, "on_stall": "stop", "grace": 1])
    let picture = try yard.end(of: id)
    #expect(picture["process_status"] == .string(status))
    #expect(codes(picture).contains("stalled") == (status == "killed"))
  }
}
