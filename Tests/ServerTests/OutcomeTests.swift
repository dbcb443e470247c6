import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// Every way a run can end is told apart from every other.
@Suite(.timeLimit(.minutes(10)), .blocking) struct OutcomeTests {
  @Test func aTrainingThatTrains() throws {
    let yard = try Yard()
    let output = yard.root + "/model.json"
    let id = try yard.startRun(Yard.trainer("logistic_regression", "--output", output))
    let picture = try yard.end(of: id)
    #expect(picture["process_status"] == "completed")
    #expect(picture["end_reason"] == "exited")
    #expect(picture["exit_code"] == 0)
    #expect(picture["verified"] == true)
    #expect(picture["error_summary"] == nil)
    #expect(picture["warnings"] == nil)
    #expect(picture["progress"]?["epoch"] == 50)
    #expect(picture["metrics"]?["val_accuracy"]?.double.map { $0 > 0.9 } == true)
    #expect(picture["artifacts"] == [.string(output)])
    #expect(picture["resources"]?["max_rss"]?.integer.map { $0 > 1 << 20 } == true)
  }

  /// What a script prints, whether that shows a training, and the warning that goes with it.
  @Test(
    arguments: [
      (["Accuracy: 0.95", "Model saved to out/model.pkl"], true, nil),
      (["Accuracy: 0.95"], false, "not_verified"),
      (["***** Running training *****", "Model saved to out/model.pt"], true, nil),
      (["Training already completed, exiting", "Model saved to out/model.pt"], false, "not_verified"),
    ] as [([String], Bool, String?)])
  func whatALogShowsIsVerified(lines: [String], isVerified: Bool, warning: String?) throws {
    let yard = try Yard()
    let script = lines.map { "echo '\($0)'" }.joined(separator: "; ")
    let picture = try yard.end(of: try yard.startRun(["sh", "-c", .string(script)]))
    #expect(picture["process_status"] == "completed")
    #expect(picture["verified"] == .bool(isVerified))
    #expect(picture["warnings"]?.array?.first?["code"]?.string == warning)
  }

  @Test func theBestCheckpointIsTold() throws {
    let yard = try Yard()
    let script = "echo 'Epoch 3: val_loss improved from 0.6 to 0.51, saving model to out/best.keras'"
    let picture = try yard.end(of: try yard.startRun(["sh", "-c", .string(script)]))
    let best: JSONValue = ["path": "out/best.keras", "metric": "val_loss", "value": 0.51, "epoch": 3]
    #expect(picture["best_checkpoint"] == best)
    #expect(picture["artifacts"] == ["out/best.keras"])
    #expect(picture.text.contains("Best checkpoint: out/best.keras (val_loss 0.51, epoch 3)"))
  }

  @Test func eventsOfATrainingAreTaken() throws {
    let yard = try Yard()
    let picture = try yard.end(of: try yard.startRun(Yard.trainer("small_network")))
    #expect(picture["verified"] == true)
    #expect(picture["training_started_at"] != nil)
    #expect(picture["progress"]?["total_epochs"] == 30)
  }

  @Test func aBarIsFollowed() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("progress_bar", "--pause", "0"))
    let picture = try yard.end(of: id)
    #expect(picture["verified"] == true)
    #expect(picture["progress"]?["total_steps"] == 30)
    #expect(try yard.log(of: id).split(separator: "\n").count < 20, "bars collapse to their last state")
  }

  /// A trainer, and what is to be said of its end.
  struct Ending: Sendable, CustomTestStringConvertible {
    let command: JSONValue
    let status: JSONValue
    let reason: JSONValue
    var code: JSONValue?
    var signal: JSONValue?
    var failureType: JSONValue?
    var more: JSONObject = [:]
    var testDescription: String { JSONWriter.text(command) }
  }

  @Test(arguments: [
    Ending(
      command: Yard.trainer("raises_midway"), status: "failed", reason: "exited", code: 1,
      failureType: "tensor_shape_mismatch"),
    Ending(
      command: Yard.trainer("silent_then_exit", "--after", "0", "--code", "3"), status: "failed",
      reason: "exited", code: 3, failureType: "unknown"),
    Ending(
      command: Yard.trainer("kills_itself", "--signal", "9"), status: "failed", reason: "signalled",
      signal: "SIGKILL", failureType: "killed_externally"),
    Ending(
      command: Yard.trainer("kills_itself", "--signal", "SIGSEGV"), status: "failed", reason: "signalled",
      signal: "SIGSEGV", failureType: "segfault"),
    Ending(
      command: Yard.trainer("kills_itself", "--signal", "SIGABRT"), status: "failed", reason: "signalled",
      signal: "SIGABRT", failureType: "aborted"),
    Ending(
      command: Yard.trainer("nan_loss", "--stop"), status: "failed", reason: "exited", code: 1,
      failureType: "numerical_divergence"),
    Ending(
      command: Yard.trainer("hangs_silently"), status: "killed", reason: "time_limit", signal: "SIGTERM",
      failureType: "time_limit", more: ["max_runtime": 0.3, "wait": 0]),
    Ending(
      command: Yard.trainer("ignores_sigterm"), status: "killed", reason: "time_limit", signal: "SIGKILL",
      failureType: "time_limit", more: ["max_runtime": 1, "grace": 0.2, "wait": 0]),
  ])
  func endings(_ ending: Ending) throws {
    let yard = try Yard()
    let picture = try yard.end(of: try yard.startRun(ending.command, ending.more))
    #expect(picture["process_status"] == ending.status)
    #expect(picture["end_reason"] == ending.reason)
    #expect(picture["exit_code"] == ending.code)
    #expect(picture["signal"] == ending.signal)
    #expect(picture["error_summary"]?["failureType"] == ending.failureType)
    #expect(picture["ended_at"] != nil && picture["duration_s"] != nil)
  }

  @Test func aDaemonIsStoppedAndNamed() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("daemonises", "--ignore-sigterm"), ["grace": 0.3])
    let picture = try yard.end(of: id)
    #expect(picture["exit_code"] == 0)
    #expect(picture["verified"] == false)
    let warning = picture["warnings"]?.array?.first { $0["code"] == "leftover_processes" }
    #expect(warning?["evidence"]?.string?.contains("python") == true)
    #expect(yard.processes(of: id).isEmpty)
  }

  @Test func orphansAreStopped() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("forks_workers", "--orphan", "--setsid", "--ignore-sigterm"), ["grace": 0.3])
    let picture = try yard.end(of: id)
    #expect(picture["exit_code"] == 0)
    #expect(yard.processes(of: id).isEmpty)
    #expect(picture["warnings"]?.array?.contains { $0["code"] == "leftover_processes" } == true)
  }

  @Test func aKernelOutOfMemoryKillIsTold() throws {
    // A group may be made on Linux by root alone; elsewhere there is nothing to see.
    guard let group = MemoryGroup(limitBytes: 150 << 20) else { return }
    let yard = try Yard()
    let trainer = "\(Repository.root)/fixtures/trainers/out_of_memory.py"
    try group.add(yard.server.pid)
    let id = try yard.startRun(["python3", .string(trainer), "--limit-mb", "600"])
    let picture = try yard.end(of: id)
    #expect(picture["process_status"] == "failed")
    #expect(picture["end_reason"] == "out_of_memory")
    #expect(picture["error_summary"]?["failureType"] == "host_out_of_memory")
    yard.server.closeInput()
    yard.expectNobodyLeft()
    try group.remove()
  }
}
