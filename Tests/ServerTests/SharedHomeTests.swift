import JSON
import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// Several servers on one home, at once and one after the other: each sees every run and tells the same of it.
@Suite(.timeLimit(.minutes(10)), .blocking) struct SharedHomeTests {
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

    #expect(try second.status("kill", id, ["confirm": true])["process_status"] == "killed")
    #expect(try first.end(of: id)["end_reason"] == "kill_requested")
  }

  @Test func aWaitOfAnotherServerIsWokenByTheEnd() throws {
    let first = try Yard()
    let signal = first.root + "/end"
    let id = try first.startRun(
      ["sh", "-c", .string("until [ -e '\(signal)' ]; do sleep 0.02; done; exit 5")], ["wait": 0])
    let second = try Yard(sharing: first)
    let wait = try second.client.sendTool(
      "train_status", ["action": "wait", "process_id": .string(id), "until": "end", "timeout": 140])
    #expect(try second.status("status", id)["process_status"] == "running")
    try FileSystem.replace(signal, with: [], durable: false)
    let picture = try second.client.answer(to: wait)
    #expect(picture["exit_code"] == 5)
    #expect(picture["ended_at"] == (try first.end(of: id))["ended_at"])
  }

  /// Each sees it at a moment of its own; told, also to who is answered at that very moment, is what was kept first.
  @Test func allTellTheSameMomentOfTheFirstSign() throws {
    let first = try Yard()
    let yards = [first, try Yard(sharing: first), try Yard(sharing: first)]
    for round in 1...5 {
      let signal = first.root + "/train \(round)"
      let id = try first.startRun(
        [
          "sh", "-c", .string("until [ -e '\(signal)' ]; do sleep 0.02; done; echo Epoch 1/9; exec sleep 60"),
        ],
        ["wait": 0, "grace": 0.1])
      for yard in yards { try #require(try yard.status("status", id)["phase"] == "starting") }
      let waits = try yards.map {
        try $0.client.sendTool(
          "train_status", ["action": "wait", "process_id": .string(id), "timeout": 140])
      }
      try FileSystem.replace(signal, with: [], durable: false)
      let told = try zip(yards, waits).map { try $0.client.answer(to: $1)["training_started_at"]?.string }
      #expect(told[0] != nil)
      #expect(Set(told).count == 1, "round \(round): \(told)")
      _ = try first.status("kill", id)
    }
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
    #expect(try next.status("kill", detached, ["confirm": true])["process_status"] == "killed")
  }

  @Test func aRunThatNobodySawEndIsLostWithItsLastSignOfLife() throws {
    let first = try Yard()
    let id = try first.startRun(
      Yard.trainer("writes_slowly", "--interval", "0.05", "--lines", "1000"), ["wait": 1, "detach": true])
    let supervisor = try first.supervisor(of: id)
    let training = try #require(ProcessTable.descendants(of: supervisor.pid).first)
    first.close()
    #expect(ProcessTable.send(SystemSignal.kill, to: supervisor.pid, startedAt: supervisor.startTime))
    try blockUntil("the training is gone") {
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

  @Test func aServerThatIsOnlyLookedAtChangesNothing() throws {
    let probe = try Yard()
    #expect(try probe.client.request("tools/list")["tools"]?.array?.count == 10)
    #expect(try probe.client.callTool("train_status", ["action": "list"])["counts"] == [:])
    probe.close()
    #expect(try FileSystem.entries(of: probe.home).isEmpty, "nothing was started, so nothing was made")

    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0, "grace": 0.2])
    let before = try FileSystem.entries(of: first.home + "/runs")
    for _ in 1...3 { try Yard(sharing: first).close() }
    #expect(try FileSystem.entries(of: first.home + "/runs") == before)
    #expect(try first.status("status", id)["process_status"] == "running")
    #expect(try first.complaints() == "")
  }

  @Test func aDetachedRunIsOutOfReachOfWhoeverKillsTheClientsTree() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("forks_workers"), ["wait": 0, "detach": true, "grace": 0.2])
    try yard.waitForLog(of: id, toHold: "3 workers are up")
    let run = try yard.processes(of: id) + [yard.supervisor(of: id)]
    // This process is the client: whatever descends from it, or shares its session, dies with its tree.
    let tree = ProcessTable.descendants(of: ProcessTable.ownPID)
    let session = try #require(ProcessTable.entry(of: ProcessTable.ownPID)?.session)
    for process in run {
      #expect(!tree.contains { $0.pid == process.pid }, "\(process.name)")
      #expect(process.session != session)
    }
    try yard.kill()
    let next = try Yard(sharing: yard)
    #expect(try next.status("status", id)["process_status"] == "running")
    #expect(try next.status("kill", id, ["confirm": true])["process_status"] == "killed")
  }

  @Test func aPidThatBelongsToSomebodyElseNowIsNeverSignalled() throws {
    let yard = try Yard()
    let bystander = try ChildProcess.launch(
      ProgramLaunch(
        path: "/bin/sleep", arguments: ["sleep", "600"], environment: .current, descriptors: [0, 1, 2]))
    defer {
      let entry = ProcessTable.entry(of: bystander)
      ProcessTable.send(SystemSignal.kill, to: bystander, startedAt: entry?.startTime ?? 0)
      _ = ChildProcess.wait(for: bystander)
    }
    // A run of before the reboot, whose pids, of training and supervisor, were given to another process since.
    let home = HomeDirectory(path: yard.home)
    let id = try #require(RunID("train-20200101T000000-before"))
    let draft = try home.makeDraft(of: id)
    let time = Timestamp(nanoseconds: 1_577_836_800_000_000_000)
    let recycled = ProcessIdentity(pid: bystander, startTime: 1)
    try draft.write(RunSpecification(id: id, command: ["train"], workingDirectory: "/", createdAt: time))
    try draft.write(StartedProcess(identity: recycled, startedAt: time, supervisor: recycled))
    _ = try home.publish(draft, as: id)

    let picture = try yard.status("status", id.rawValue)
    #expect(picture["end_reason"] == "lost")
    #expect(try yard.status("kill", id.rawValue)["already_ended"] == true)
    #expect(ProcessTable.entry(of: bystander).map { !$0.isZombie } == true)
  }

  @Test func aServerThatFoundARunWhileItWasBeingStartedSleepsToo() throws {
    let yard = try Yard()
    // Another server has made the run, and its supervisor, which this process plays, has not started it yet.
    let home = HomeDirectory(path: yard.home)
    let id = try #require(RunID("train-20260101T000000-launching"))
    let draft = try home.makeDraft(of: id)
    let lock = try FileLock(path: draft.lockPath)
    let time = Timestamp(nanoseconds: SystemClock.wallNanoseconds())
    try draft.write(RunSpecification(id: id, command: ["train"], workingDirectory: "/", createdAt: time))
    let directory = try home.publish(draft, as: id)
    let list = try yard.client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["queued": 1])

    let own = try #require(ProcessTable.entry(of: ProcessTable.ownPID))
    let identity = ProcessIdentity(pid: own.pid, startTime: own.startTime)
    try FileDescriptor.open(directory.logPath, .appending).write(Array("Epoch 1/2 - loss: 1\n".utf8))
    try directory.write(StartedProcess(identity: identity, startedAt: time, supervisor: identity))
    #expect(try yard.status("status", id.rawValue)["phase"] == "training")
    try yard.expectSleep(saving: 3)

    try directory.write(ExitRecord(outcome: .exited(code: 4), startedAt: time, endedAt: time, duration: 1))
    #expect(try yard.status("status", id.rawValue)["exit_code"] == 4, "who asks is told what is so")
    extendLifetime(lock)
  }
}
