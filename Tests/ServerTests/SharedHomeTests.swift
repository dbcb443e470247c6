import JSON
import Platform
import Testing
import TranscriptReplay

/// Several servers on one home, at once and one after the other: each sees every run and tells the same of it.
@Suite(.timeLimit(.minutes(2))) struct SharedHomeTests {
  @Test func anotherServerSeesWaitsReadsAndKills() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("ignores_sigterm"), ["grace": 0.3, "name": "shared"])
    let second = try Yard(sharing: first)

    let list = try second.client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["running": 1])
    #expect(list["processes"]?.array?.first?["name"] == "shared")
    let picture = try second.status("status", id)
    #expect(picture["phase"] == "training")
    #expect(picture["pid"] == (try first.status("status", id))["pid"])
    #expect(try second.log(of: id).contains("ignores SIGTERM"))

    #expect(try second.status("kill", id)["process_status"] == "killed")
    #expect(try first.end(of: id)["end_reason"] == "kill_requested")
  }

  @Test func aWaitOfAnotherServerIsWokenByTheEnd() throws {
    let first = try Yard()
    let id = try first.startRun(
      Yard.trainer("silent_then_exit", "--after", "0.5", "--code", "5"), ["wait": 0])
    let second = try Yard(sharing: first)
    #expect(try second.status("status", id)["process_status"] == "running")
    let picture = try second.end(of: id)
    #expect(picture["exit_code"] == 5)
    #expect(picture["ended_at"] == (try first.end(of: id))["ended_at"])
  }

  @Test func oneServersEndStopsItsOwnRunsOnly() throws {
    let first = try Yard()
    let second = try Yard(sharing: first)
    let own = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let others = try second.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    #expect(try first.status("status", others)["process_status"] == "running")
    #expect(try second.status("status", own)["process_status"] == "running")

    try first.kill()
    let picture = try second.end(of: own)
    #expect(picture["process_status"] == "killed")
    #expect(picture["end_reason"] == "server_shutdown")
    #expect(try second.status("status", others)["process_status"] == "running")
  }

  @Test func theNextServerKnowsWhatWas() throws {
    let first = try Yard()
    let trained = try first.startRun(Yard.trainer("logistic_regression"))
    let before = try first.end(of: trained)
    let failed = try first.startRun(Yard.trainer("dies_in_startup"))
    let detached = try first.startRun(Yard.trainer("ignores_sigterm"), ["detach": true, "grace": 0.2])
    let stopped = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    first.close()

    let next = try Yard(sharing: first)
    let after = try next.status("status", trained)
    for name in ["process_status", "exit_code", "metrics", "verified", "ended_at", "duration_s", "progress"] {
      #expect(after[name] == before[name], "\(name)")
    }
    #expect(try next.status("status", failed)["error_summary"]?["failureType"] == "missing_dependency")
    #expect(try next.end(of: stopped)["end_reason"] == "server_shutdown")
    #expect(try next.status("status", detached)["phase"] == "training")
    let list = try next.client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["running": 1, "completed": 1, "failed": 1, "killed": 1])
    #expect(
      list["processes"]?.array?.compactMap { $0["process_id"]?.string } == [
        stopped, detached, failed, trained,
      ])
    #expect(try next.status("kill", detached)["process_status"] == "killed")
  }

  @Test func aRunThatNobodySawEndIsLostWithItsLastSignOfLife() throws {
    let first = try Yard()
    let id = try first.startRun(
      Yard.trainer("writes_slowly", "--interval", "0.05", "--lines", "1000"), ["wait": 1, "detach": true])
    let supervisor = try first.supervisor(of: id)
    let training = try #require(ProcessTable.descendants(of: supervisor.pid).first)
    first.close()
    #expect(ProcessTable.send(SystemSignal.kill, to: supervisor.pid, startedAt: supervisor.startTime))
    try eventually("the training is gone") {
      ProcessTable.entry(of: training.pid)?.startTime != training.startTime
    }

    let next = try Yard(sharing: first)
    let picture = try next.status("status", id)
    #expect(picture["process_status"] == "failed")
    #expect(picture["end_reason"] == "lost")
    #expect(picture["warnings"]?.array?.first?["code"] == "record_lost")
    let another = try Yard(sharing: first)
    #expect(
      try another.status("status", id)["ended_at"] == picture["ended_at"], "whoever looks sees the same")
  }

  @Test func aDamagedRecordIsSaidAndHarmsNoOther() throws {
    let first = try Yard()
    let good = try first.startRun(["true"])
    let damaged = try first.startRun(["true"])
    try FileSystem.replace(
      "\(first.home)/runs/\(damaged)/run.json", with: Array("{\"version\": 99}".utf8), durable: false)
    first.close()
    for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree("\(first.home)/history.db\(suffix)") }
    let next = try Yard(sharing: first)
    let list = try next.client.callTool("train_status", ["action": "list"])
    #expect(list["processes"]?.array?.compactMap { $0["process_id"]?.string } == [good])
    #expect(try next.status("status", damaged)["error"]?["code"] == "unreadable_record")
    #expect(try next.complaints().contains("\(damaged) cannot be read"))
  }
}
