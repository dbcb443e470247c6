import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `signalbox prune` and the limits in the settings: what goes, what stays, and what is still known afterwards.
@Suite(.timeLimit(.minutes(10)), .blocking) struct PruneTests {
  /// Runs the command on the home of a yard.
  private func prune(_ yard: Yard, _ arguments: String...) throws -> (code: Int32, text: String) {
    let output = yard.root + "/prune.out"
    let null = try FileDescriptor.open("/dev/null", .reading)
    let file = try FileDescriptor.open(output, .replacing)
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: BuiltProduct.signalbox, arguments: ["signalbox", "prune"] + arguments,
        environment: Environment.current.merging(["SIGNALBOX_HOME": yard.home]),
        descriptors: [null.number, file.number, file.number]))
    guard case .exited(let code) = ChildProcess.wait(for: pid) else { return (-1, "") }
    return (code, String(decoding: try FileSystem.read(output), as: UTF8.self))
  }

  private func list(_ yard: Yard) throws -> Set<String> {
    let answer = try yard.client.callTool("train_status", ["action": "list"])
    return Set((answer["processes"]?.array ?? []).compactMap { $0["process_id"]?.string })
  }

  @Test func theOldestGoAndThoseThatLiveStay() throws {
    let yard = try Yard()
    let alive = try yard.startRun(Yard.trainer("hangs_silently"), ["wait": 0, "grace": 0.2])
    let old = try yard.startRun(["true"])
    let young = try yard.startRun(["true"])
    #expect(try list(yard) == [alive, old, young])

    let trial = try prune(yard, "--keep", "2", "--dry-run")
    #expect(trial.code == 0)
    #expect(trial.text.hasPrefix(old + "\nWould remove 1 of 3 runs"), "\(trial.text)")
    #expect(try list(yard) == [alive, old, young])

    let done = try prune(yard, "--keep", "1")
    #expect(done.code == 0)
    #expect(done.text.contains("Removed 2 of 3 runs"), "\(done.text)")
    #expect(done.text.contains("1 alive, not touched"))
    #expect(try list(yard) == [alive], "a server that runs sees it")
    #expect(try yard.status("status", old)["error"]?["code"] == "unknown_process")
    #expect(try FileSystem.entries(of: yard.home + "/runs") == [alive])
    _ = try yard.status("kill", alive)
  }

  @Test func ofARunWithoutItsLogEverythingElseIsStillKnown() throws {
    let yard = try Yard()
    let id = try yard.startRun(Yard.trainer("logistic_regression"))
    let failed = try yard.startRun(Yard.trainer("dies_in_startup"))
    let before = [id: try yard.end(of: id), failed: try yard.end(of: failed)]
    yard.close()
    let done = try prune(yard, "--logs-max-size", "1")
    #expect(done.text.contains("the logs of 2 more"), "\(done.text)")

    // Also when the history is lost afterwards.
    for isLost in [false, true] {
      if isLost {
        for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree("\(yard.home)/history.db\(suffix)") }
      }
      let next = try Yard(sharing: yard)
      for (id, before) in before {
        let after = try next.status("status", id)
        for name in [
          "process_status", "ended_at", "metrics", "progress", "error_summary", "warnings", "verified",
          "training_started_at",
        ] {
          #expect(after[name] == before[name], "\(name), history lost: \(isLost)")
        }
        let logs = try next.status("logs", id)
        #expect(logs["content"] == "")
        #expect(logs["eof"] == true)
        #expect(logs["dropped"]?["bytes"] == before["log"]?["size"])
        #expect(logs["next"]?.string?.contains("pruned") == true)
      }
      next.close()
    }
  }

  @Test func aLostRunKeepsItsEndWithoutItsLog() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("writes_slowly", "--interval", "0.02", "--lines", "1000"), ["wait": 0.5])
    let supervisor = try yard.supervisor(of: id)
    #expect(ProcessTable.send(SystemSignal.kill, to: supervisor.pid, startedAt: supervisor.startTime))
    let before = try yard.end(of: id)
    #expect(before["end_reason"] == "lost")
    yard.close()
    _ = try prune(yard, "--logs-keep", "1", "--logs-max-size", "1")
    for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree("\(yard.home)/history.db\(suffix)") }
    let next = try Yard(sharing: yard)
    let after = try next.status("status", id)
    for name in ["process_status", "end_reason", "ended_at", "duration_s", "warnings", "error_summary"] {
      #expect(after[name] == before[name], "\(name)")
    }
  }

  @Test func theSettingsAreKeptWhenARunEnds() throws {
    let yard = try Yard()
    let settings = #"{"retention": {"records": {"max_count": 1}}}"#
    try FileSystem.replace(yard.home + "/settings.json", with: Array(settings.utf8), durable: false)
    let first = try yard.startRun(["true"])
    // The first run that ends leaves one, which is allowed; a server looks again after ten minutes, the next at once.
    yard.close()
    let probe = try Yard(sharing: yard)
    #expect(try list(probe) == [first])
    probe.close()
    let next = try Yard(sharing: yard)
    let second = try next.startRun(["true"])
    try blockUntil("the older one is gone") { try list(next) == [second] }
    #expect(try next.start(["true"], ["idempotency_key": "x"])["status"] == "completed")
  }

  @Test func aKeyIsFreeAgainWhenItsRunIsGone() throws {
    let yard = try Yard()
    let id = try yard.startRun(["true"], ["idempotency_key": "once"])
    _ = try yard.startRun(["true"])
    _ = try prune(yard, "--keep", "1")
    let again = try yard.startRun(["true"], ["idempotency_key": "once"])
    #expect(again != id)
  }

  @Test func withoutLimitsNothingGoesAndBadOnesAreRefused() throws {
    let yard = try Yard()
    _ = try yard.startRun(["true"])
    let none = try prune(yard)
    #expect(none.code == 0)
    #expect(none.text.hasPrefix("Nothing is removed without a limit"))
    for arguments in [("--keep", "0"), ("--older-than", "soon"), ("--max-size", "big")] {
      let answer = try prune(yard, arguments.0, arguments.1)
      #expect(answer.code == 64)
      #expect(answer.text.contains(arguments.0) && answer.text.contains(arguments.1), "\(answer.text)")
    }
    #expect(try list(yard).count == 1)
  }
}
