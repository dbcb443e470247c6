import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `train_status kill`: every process of the run, in order, and never a wrong label.
@Suite(.timeLimit(.minutes(10)), .blocking) struct KillTests {
  @Test func aTrainingThatObeysGetsItsGrace() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("checkpoints_on_sigterm", "--output", yard.root + "/checkpoint.json"))
    let answer = try yard.status("kill", id)
    #expect(answer["process_status"] == "killed")
    #expect(answer["end_reason"] == "kill_requested")
    #expect(answer["exit_code"] == 0, "it saved and left by itself")
    #expect(answer["already_ended"] == false)
    #expect(answer["error_summary"] == nil)
    #expect(answer["artifacts"]?.array?.isEmpty == false)
    #expect(FileSystem.kind(of: yard.root + "/checkpoint.json") == .file)
  }

  @Test func aStubbornTreeIsKilledAfterTheGrace() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("forks_workers", "--setsid", "--ignore-sigterm"), ["wait": 0])
    try yard.waitForLog(of: id, toHold: "3 workers are up")
    let answer = try yard.status("kill", id, ["grace": 0.3])
    #expect(answer["process_status"] == "killed")
    #expect(yard.processes(of: id).isEmpty, "the answer comes when all are gone")
  }

  @Test func sigtermComesBeforeSigkill() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("ignores_sigterm"))
    let answer = try yard.status("kill", id, ["grace": 0.5])
    #expect(answer["signal"] == "SIGKILL")
    #expect(try yard.log(of: id).contains("ignoring SIGTERM"))
  }

  @Test func aLateKillChangesNothing() throws {
    let yard = try Yard()
    let id = try yard.startRun(["false"])
    let before = try yard.end(of: id)
    let answer = try yard.status("kill", id)
    #expect(answer["already_ended"] == true)
    #expect(answer["process_status"] == "failed")
    #expect(answer["ended_at"] == before["ended_at"])
    #expect(answer.text.hasPrefix("Nothing was done"))
  }

  @Test func whileItStopsItIsStopping() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("ignores_sigterm"), ["grace": 600])
    try send(yard, id: "k", ["action": "kill", "process_id": .string(id)])
    try blockUntil("it is stopping") { try yard.status("status", id)["phase"] == "stopping" }
    // A second request may shorten the grace of the first.
    #expect(try yard.status("kill", id, ["grace": 0])["process_status"] == "killed")
  }

  @Test func aSupervisorThatIsAskedBySignalStopsItsRun() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("ignores_sigterm"), ["grace": 0.2])
    let supervisor = try yard.supervisor(of: id)
    #expect(ProcessTable.send(SystemSignal.terminate, to: supervisor.pid, startedAt: supervisor.startTime))
    #expect(try yard.end(of: id)["end_reason"] == "kill_requested")
  }

  private func send(_ yard: Yard, id: String, _ arguments: JSONValue) throws {
    try yard.server.send([
      "jsonrpc": "2.0", "id": .string(id), "method": "tools/call",
      "params": ["name": "train_status", "arguments": arguments],
    ])
  }
}
