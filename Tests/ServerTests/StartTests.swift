import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `train_start`: the verdict on start-up, and what a training finds.
@Suite(.timeLimit(.minutes(10)), .blocking) struct StartTests {
  @Test func aTrainingThatShowsItselfIsStarted() throws {
    let yard = try Yard()
    let answer = try yard.start(Yard.trainer("logistic_regression", "--pause", "0.05"))
    #expect(answer["status"] == "started")
    #expect(answer["process_status"] == "running")
    #expect(!answer.isError)
    #expect(answer["started_after_s"]?.double.map { $0 > 0 && $0 < 30 } == true)
    #expect(answer["progress"]?["total_epochs"] == 50)
    #expect(answer.text.hasPrefix("started: "))
  }

  @Test func aSilentOneIsStarting() throws {
    let yard = try Yard()
    let answer = try yard.start(Yard.trainer("hangs_silently"), ["wait": 0.2])
    #expect(answer["status"] == "starting")
    #expect(!answer.isError)
    #expect(answer["started_after_s"] == nil)
  }

  @Test func aWaitOfZeroKnowsWhetherTheCommandRuns() throws {
    let yard = try Yard()
    let answer = try yard.start(["sleep", "30"], ["wait": 0])
    #expect(answer["status"] == "starting")
    #expect(answer["pid"]?.integer != nil)
    #expect(try yard.start(["nonesuch-program"], ["wait": 0])["status"] == "error")
  }

  /// As serializers of optional members write them.
  @Test func whatIsOptionalMayBeNull() throws {
    let yard = try Yard()
    let names = [
      "cwd", "env", "name", "tags", "startup_timeout", "max_runtime", "grace", "detach", "idempotency_key",
    ]
    let nulls = JSONObject(names.map { ($0, .null) })
    let answer = try yard.start(["true"], nulls)
    #expect(answer["status"] == "completed", "\(answer.text)")
    let list = try yard.client.callTool(
      "train_status", ["action": "list", "status": .null, "tag": .null, "limit": .null, "cursor": .null])
    #expect(list["counts"] == ["completed": 1])
  }

  @Test func oneThatDiesIsAnErrorWithItsReason() throws {
    let yard = try Yard()
    let answer = try yard.start(Yard.trainer("dies_in_startup"))
    #expect(answer.isError)
    #expect(answer["status"] == "error")
    #expect(answer["exit_code"] == 1)
    #expect(answer["error_summary"]?["failureType"] == "missing_dependency")
    #expect(answer["error_summary"]?["location"]?.string?.hasSuffix("dies_in_startup.py:13") == true)
    #expect(answer["last_lines"]?.array?.last?.string?.contains("petal_augmentations") == true)
    #expect(answer.text.contains("pip install petal_augmentations"))
  }

  @Test func exitZeroWithoutTrainingIsNotVerified() throws {
    let yard = try Yard()
    let answer = try yard.start(Yard.trainer("exits_zero_untrained"))
    #expect(answer["status"] == "completed")
    #expect(answer["verified"] == false)
    #expect(answer["warnings"]?.array?.first?["code"] == "not_verified")
  }

  /// Commands that cannot be started.
  struct Unstartable: Sendable, CustomTestStringConvertible {
    let command: JSONValue
    let cwd: String?
    let failureType: JSONValue
    var testDescription: String { JSONWriter.text(command) }
  }

  @Test(arguments: [
    Unstartable(command: ["nonesuch-program"], cwd: nil, failureType: "command_not_found"),
    Unstartable(command: ["./nonesuch"], cwd: nil, failureType: "command_not_found"),
    Unstartable(command: ["/etc/passwd"], cwd: nil, failureType: "not_executable"),
    Unstartable(command: ["/usr"], cwd: nil, failureType: "not_executable"),
    Unstartable(command: ["true"], cwd: "/nonesuch/directory", failureType: "file_not_found"),
  ])
  func whatCannotBeStartedIsSaidAtOnce(_ unstartable: Unstartable) throws {
    let yard = try Yard()
    var more = JSONObject()
    more.append("cwd", ifKnown: unstartable.cwd.map(JSONValue.string))
    let answer = try yard.start(unstartable.command, more)
    #expect(answer.isError)
    #expect(answer["status"] == "error")
    #expect(answer["end_reason"] == "failed_to_start")
    #expect(answer["error_summary"]?["failureType"] == unstartable.failureType)
    #expect(answer["pid"] == nil)
    let list = try yard.client.callTool("train_status", ["action": "list"])
    #expect(list["counts"] == ["failed": 1])
  }

  @Test func aTrainingFindsWhatItIsPromised() throws {
    let yard = try Yard()
    let id = try yard.startRun(
      Yard.trainer("reports_descriptors"), ["cwd": "/usr/share", "env": ["EXTRA": "1"]])
    let picture = try yard.end(of: id)
    #expect(picture["exit_code"] == 0)
    let report = try JSONParser.parse(try yard.log(of: id))
    let directory = "\(yard.home)/runs/\(id)"
    #expect(report["descriptors"]?.object?.names == ["0", "1", "2"], "nothing else is inherited")
    #expect(report["descriptors"]?["0"]?["target"] == "/dev/null")
    #expect(report["descriptors"]?["1"]?["target"] == .string(directory + "/log"))
    #expect(report["descriptors"]?["2"]?["target"] == .string(directory + "/log"))
    #expect(report["signals"]?["ignored"] == [])
    #expect(report["signals"]?["blocked"] == [])
    #expect(report["sid"] == report["pid"])
    #expect(report["pgid"] == report["pid"])
    #expect(report["cwd"] == "/usr/share")
    let environment = report["environment"]
    #expect(environment?["SIGNALBOX_RUN_ID"] == .string(id))
    #expect(environment?["SIGNALBOX_RUN_DIR"] == .string(directory))
    #expect(environment?["PYTHONUNBUFFERED"] == "1")
  }

  @Test func theTraceContextOfTheCallerIsHandedOn() throws {
    let yard = try Yard()
    let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    let result = try yard.client.request(
      "tools/call",
      [
        "name": "train_start", "arguments": ["command": Yard.trainer("reports_descriptors")],
        "_meta": ["traceparent": .string(trace), "tracestate": "a=1", "baggage": "not baggage"],
      ])
    let id = try #require(result["structuredContent"]?["process_id"]?.string)
    let environment = try JSONParser.parse(try yard.log(of: id))["environment"]
    #expect(environment?["TRACEPARENT"] == .string(trace))
    #expect(environment?["TRACESTATE"] == "a=1")
    #expect(environment?["BAGGAGE"] == nil, "what is malformed is left out")
    let kept: JSONValue = ["traceparent": .string(trace), "tracestate": "a=1"]
    #expect(try yard.end(of: id)["trace"] == kept)
    let record = try FileSystem.read("\(yard.home)/runs/\(id)/run.json")
    #expect(try JSONParser.parse(record)["trace"] == kept)
  }

  @Test func theSameKeyIsTheSameRun() throws {
    let yard = try Yard()
    let first = try yard.start(Yard.trainer("hangs_silently"), ["idempotency_key": "k", "wait": 0])
    let second = try yard.start(["false"], ["idempotency_key": "k", "wait": 0])
    #expect(first["process_id"] == second["process_id"])
    let list = try yard.client.callTool("train_status", ["action": "list"])
    #expect(list["processes"]?.array?.count == 1)
  }

  @Test func rootsAreKept() throws {
    let yard = try Yard(arguments: [])
    let outside = try yard.start(["true"], ["cwd": "/etc"])
    #expect(outside.isError)
    #expect(outside["error"]?["code"] == "outside_root")
    #expect(try yard.start(["pwd"])["status"] == "completed")
    #expect(FileSystem.kind(of: yard.home + "/runs") == .directory)
  }

  @Test func aRefusalLeavesNothingBehind() throws {
    let yard = try Yard(arguments: ["--read-only"])
    let answer = try yard.start(["true"])
    #expect(answer["error"]?["code"] == "read_only")
    #expect(FileSystem.kind(of: yard.home + "/runs") == nil)
  }

  @Test func secretsAreMaskedInLogCommandAndDiagnosis() throws {
    let yard = try Yard()
    let secret = "tok-0123456789abcdef"
    let code = "import os, sys; print(os.environ['MY_TOKEN']); raise ValueError(sys.argv[1])"
    let answer = try yard.start(
      ["python3", "-c", .string(code), .string(secret)], ["env": ["MY_TOKEN": .string(secret)]])
    let id = try #require(answer["process_id"]?.string)
    #expect(answer["error_summary"]?["failureType"] == "code_error" || answer.isError)
    for shown in [
      answer.text, JSONWriter.text(.object(answer.structuredContent)), try yard.log(of: id),
      try yard.status("logs", id, ["raw": true]).text, try yard.status("status", id).text,
      JSONWriter.text(.object(try yard.status("status", id).structuredContent)),
    ] { #expect(!shown.contains(secret)) }
    #expect(try yard.log(of: id).contains("********************"))
  }
}
