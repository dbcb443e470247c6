import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// Trainings as tasks: the same run, told in the words of the extension, by whichever server.
@Suite(.timeLimit(.minutes(10))) struct TaskTests {
  @Test func aTrainingIsATaskFromItsStartToItsEnd() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let task = try client.startTask(
      Yard.trainer("logistic_regression", "--epochs", "3", "--pause", "0.3"), ["wait": 40])
    let id = try #require(task["taskId"]?.string)
    #expect(task["status"] == "working")
    #expect(task["statusMessage"]?.string?.hasPrefix("starting") == true, "\(task)")
    #expect(task["ttlMs"] == .null)
    #expect(try #require(task["pollIntervalMs"]?.integer) > 0)
    // What is promised is on the medium, and the task is the run.
    #expect(FileSystem.kind(of: "\(yard.home)/runs/\(id)/run.json") == .file)
    #expect(try yard.status("status", id)["process_status"] == "running")

    try blockUntil("an epoch is told") {
      try client.task(task["taskId"])["statusMessage"]?.string?.hasPrefix("epoch") == true
    }
    let end = try client.end(ofTask: task["taskId"])
    #expect(end["status"] == "completed")
    #expect(end["createdAt"] == task["createdAt"])
    let answer = ToolAnswer(result: try #require(end["result"]?.object))
    #expect(!answer.isError)
    #expect((answer["status"], answer["process_id"]) == ("completed", .string(id)))
    #expect(answer["verified"] == true)
    #expect(end["lastUpdatedAt"] == (try yard.end(of: id))["ended_at"])
  }

  @Test func theMessageIsEpochLossAndTimeLeft() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let script = "import time\nprint('Epoch 3/10 - loss: 0.41 - eta: 22:00', flush=True)\ntime.sleep(600)"
    let task = try client.startTask(["python3", "-c", .string(script)])
    try blockUntil("the epoch is told") {
      try client.task(task["taskId"])["statusMessage"]?.string?.hasPrefix("epoch 3/10, loss 0.41") == true
    }
  }

  @Test func aTrainingThatFailsIsCompletedWithItsError() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let task = try client.startTask(Yard.trainer("dies_in_startup"))
    let end = try client.end(ofTask: task["taskId"])
    #expect(end["status"] == "completed")
    let answer = ToolAnswer(result: try #require(end["result"]?.object))
    #expect(answer.isError)
    #expect(answer["status"] == "error")
    #expect(answer["error_summary"]?["failureType"] == "missing_dependency")
    #expect(answer["last_lines"]?.array?.isEmpty == false)
  }

  @Test func whatDoesNotComeToATaskIsAnsweredDirectly() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    for (arguments, word) in [
      (["command": []], "invalid_arguments"), (["command": ["true"], "cwd": "/no/such/place"], "error"),
      (["command": ["no-such-program-anywhere"]], "command_not_found"),
    ] as [(JSONObject, String)] {
      let result = try client.call("train_start", arguments)
      #expect(result["resultType"] == "complete")
      #expect(result["isError"] == true)
      #expect(JSONWriter.text(.object(result)).contains(word))
    }
  }

  @Test func withoutTheExtensionEverythingIsAsItWas() throws {
    let yard = try Yard()
    let result = try ModernClient(yard: yard).call("train_start", ["command": ["true"]])
    #expect(result["resultType"] == "complete")
    let id = try #require(result["structuredContent"]?["process_id"])
    let error = #expect(throws: ServerError.self) {
      try ModernClient(yard: yard).request("tasks/get", ["taskId": id])
    }
    guard case .refused(_, code: -32021, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // Any run is a task, however it was started.
    #expect(try ModernClient.takingTasks(yard).end(ofTask: id)["status"] == "completed")
  }

  // MARK: Cancellation

  @Test func cancellingEndsTheTrainingAndTheTask() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let task = try client.startTask(Yard.trainer("ignores_sigterm"), ["grace": 0.3])
    let id = try #require(task["taskId"]?.string)
    try yard.waitForLog(of: id, toHold: "ignores SIGTERM")
    for _ in 1...2 {
      let ack = try client.request("tasks/cancel", ["taskId": .string(id)])
      #expect(Set(ack.names) == ["resultType", "_meta"])
    }
    let end = try client.end(ofTask: task["taskId"])
    #expect(end["status"] == "cancelled")
    #expect(end["result"] == nil)
    #expect(yard.processes(of: id).isEmpty)
    // The run was killed on request, in the words of the run.
    let picture = try yard.status("status", id)
    #expect((picture["process_status"], picture["end_reason"]) == ("killed", "kill_requested"))
    // Too late: acknowledged, and nothing changes.
    _ = try client.request("tasks/cancel", ["taskId": .string(id)])
    #expect(try client.task(task["taskId"]) == end)
  }

  @Test func aKillByAnotherWayIsNoCancellation() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let task = try client.startTask(Yard.trainer("hangs_silently"))
    let id = try #require(task["taskId"]?.string)
    #expect(try yard.status("kill", id)["process_status"] == "killed")
    let end = try client.task(task["taskId"])
    #expect(end["status"] == "completed")
    #expect(end["result"]?["isError"] == true)
    #expect(end["result"]?["structuredContent"]?["end_reason"] == "kill_requested")
  }

  @Test func aTaskThatHasEndedStaysCompletedWhenItIsCancelled() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let task = try client.startTask(Yard.trainer("logistic_regression", "--epochs", "1"))
    let end = try client.end(ofTask: task["taskId"])
    _ = try client.request("tasks/cancel", ["taskId": try #require(task["taskId"])])
    #expect(try client.task(task["taskId"]) == end)
  }

  @Test func aServerThatOnlyReadsCancelsNothingAndSaysSo() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let reader = try Yard(arguments: ["--read-only", "--root", "/"], home: first.home)
    let client = ModernClient.takingTasks(reader)
    #expect(try client.task(.string(id))["status"] == "working")
    let error = #expect(throws: ServerError.self) {
      try client.request("tasks/cancel", ["taskId": .string(id)])
    }
    #expect("\(String(describing: error))".contains("--read-only"))
    #expect(try first.status("status", id)["process_status"] == "running")
  }

  // MARK: Other servers

  @Test func aTaskOutlivesTheServerThatBeganIt() throws {
    let first = try Yard()
    let client = ModernClient.takingTasks(first)
    let gate = first.root + "/gate"
    let script =
      "import os, time\nprint('Epoch 1/2 - loss: 0.5', flush=True)\n"
      + "while not os.path.exists('\(gate)'): time.sleep(0.05)\nprint('Epoch 2/2 - loss: 0.4')"
    let command: JSONValue = ["python3", "-c", .string(script)]
    let kept = try client.startTask(command, ["detach": true])["taskId"]
    let stubborn = try client.startTask(
      Yard.trainer("ignores_sigterm"), ["detach": true, "grace": 0.2])["taskId"]
    let attached = try client.startTask(Yard.trainer("hangs_silently"))["taskId"]
    try first.kill()

    let second = try Yard(sharing: first)
    let next = ModernClient.takingTasks(second)
    try blockUntil("the epoch is told") {
      try next.task(kept)["statusMessage"]?.string?.hasPrefix("epoch 1/2, loss 0.5") == true
    }
    // What belonged to the server has ended with it, and the task says so.
    let lost = try next.end(ofTask: attached)
    #expect((lost["status"], lost["result"]?["isError"]) == ("completed", true))
    #expect(lost["result"]?["structuredContent"]?["end_reason"] == "server_shutdown")
    _ = try next.request("tasks/cancel", ["taskId": try #require(stubborn)])
    #expect(try next.end(ofTask: stubborn)["status"] == "cancelled")
    try FileSystem.replace(gate, with: [], durable: false)
    #expect(try next.end(ofTask: kept)["status"] == "completed")
    second.close()

    // From what lies on the disk alone, with a history and without one.
    try FileSystem.removeFile(first.home + "/history.db")
    let third = ModernClient.takingTasks(try Yard(sharing: first))
    #expect(try third.task(stubborn)["status"] == "cancelled")
    let end = try third.task(kept)
    #expect(end["status"] == "completed")
    #expect(end["result"]?["structuredContent"]?["metrics"]?["loss"] == 0.4)
  }

  // MARK: Listening

  /// Asks to hear of tasks, under the id `listen`.
  private func listen(_ client: ModernClient, to ids: [JSONValue]) throws {
    try client.yard.server.send([
      "jsonrpc": "2.0", "id": "listen", "method": "subscriptions/listen",
      "params": [
        "notifications": ["taskIds": .array(ids)],
        "_meta": [
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientCapabilities": .object(client.capabilities),
        ],
      ],
    ])
  }

  @Test func whoListensIsToldOfATaskUntilItsEnd() throws {
    let yard = try Yard()
    let client = ModernClient.takingTasks(yard)
    let heard = Recorder<JSONObject>()
    yard.client.onNotification(heard.record)
    let task = try client.startTask(
      Yard.trainer("logistic_regression", "--epochs", "3", "--pause", "0.3"), ["wait": 40])
    let id = try #require(task["taskId"])
    try listen(client, to: [id, "train-never-was", id])
    try blockUntil("the end is told") {
      _ = try yard.client.request("ping")
      return heard.all.last?["params"]?["status"] == "completed"
    }
    let first = try #require(heard.all.first)
    #expect(first["method"] == "notifications/subscriptions/acknowledged")
    #expect(first["params"]?["notifications"] == ["taskIds": [id]])
    let told = heard.all.dropFirst()
    #expect(told.allSatisfy { $0["method"] == "notifications/tasks" && $0["params"]?["taskId"] == id })
    #expect(
      heard.all.allSatisfy {
        $0["params"]?["_meta"]?["io.modelcontextprotocol/subscriptionId"] == "listen"
      })
    #expect(told.first?["params"]?["status"] == "working")
    #expect(told.filter { $0["params"]?["status"] == "completed" }.count == 1)
    let end = try client.task(id)
    #expect(told.last?["params"]?["result"]?["structuredContent"] == end["result"]?["structuredContent"])
  }

  @Test func onlyWhoTakesTasksMayListenToThem() throws {
    let yard = try Yard()
    try listen(ModernClient(yard: yard), to: ["train-x"])
    let deadline = MonotonicInstant.hangLimit
    guard case .message(let reply) = try yard.server.next(until: deadline) else {
      Issue.record("no reply")
      return
    }
    #expect(reply["id"] == "listen")
    #expect(reply["error"]?["code"] == -32021)
  }
}
