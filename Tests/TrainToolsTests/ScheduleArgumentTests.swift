import AgentProtocol
import JSON
import Platform
import RunStore
import Scheduling
import Testing
import TrainTools
import TrainingAnswers
import TrainingModel
import TrainingService

/// What the arguments of the schedule tools cannot be: every problem at once, word for word.
@Suite struct ScheduleArgumentTests {
  private let registry: RunRegistry
  private let surroundings: TriggerSurroundings

  init() throws {
    // Nobody is asked anything here: what arguments are wrong is known without a service.
    registry = RunRegistry(
      loop: try EventLoop(), archiveLoop: try EventLoop(), home: HomeDirectory(path: "/nonexistent"),
      policy: StartPolicy(roots: ["/"], startDirectory: "/", isReadOnly: false),
      supervisorProgram: "/nonexistent", environment: Environment(), forms: .answers, complain: { _ in })
    let now = try Timestamp("2026-03-27T12:00:00Z")
    surroundings = TriggerSurroundings(zones: Zones.berlin) { now }
  }

  private func problems(_ tool: some Tool, _ arguments: JSONObject) -> [String] {
    let schema = SchemaChecker(schema: tool.definition.inputSchema).problems(with: .object(arguments))
    return (schema + tool.problems(with: arguments)).map(\.description)
  }

  private func creation(_ more: JSONObject = [:]) -> [String] {
    var arguments: JSONObject = [
      "name": "nightly", "trigger": ["type": "cron", "cron_expression": "0 2 * * *"],
      "start": ["command": ["python3", "train.py"]],
    ]
    for member in more.members { arguments[member.name] = member.value }
    return problems(ScheduleCreateTool(registry: registry, surroundings: surroundings), arguments)
  }

  private func update(_ more: JSONObject) -> [String] {
    var arguments: JSONObject = ["schedule_id": "schedule-1"]
    for member in more.members { arguments[member.name] = member.value }
    return problems(ScheduleUpdateTool(registry: registry, surroundings: surroundings), arguments)
  }

  @Test func whatFitsHasNoProblems() {
    #expect(creation() == [])
    #expect(
      creation([
        "description": "d", "training_mode": "incremental", "scope": "school 7", "data": ["a/**"],
        "on_no_new_data": "skip", "first_incremental": "refuse",
        "misfire_grace_s": 0, "overlap": "queue", "catch_up": "latest", "max_runs": 3,
      ]) == [])
  }

  @Test func whatIsToBeTriedAgainIsNamedByItsFailureType() {
    #expect(creation(["retry": ["max_attempts": 3]]) == [])
    #expect(update(["retry": .null]) == [])
    #expect(
      creation(["retry": ["max_attempts": 1, "only_for": ["network", "out_of_memory", "quixotic"]]]) == [
        "retry.max_attempts: must be an integer from 2 to 20, but is 1",
        "retry.only_for[0]: is no failureType; did you mean network_error?",
        "retry.only_for[1]: is no failureType; did you mean cuda_out_of_memory, host_out_of_memory, "
          + "shared_memory_exhausted?",
        "retry.only_for[2]: is no failureType; write one that error_summary.failureType of a run shows, such as "
          + "network_error",
      ])
    #expect(
      creation(["retry": ["max_attempts": 2, "only_for": ["time_limit"]]]) == [
        "retry.only_for: a run that ends with time_limit was stopped: it is killed, and never tried again; leave "
          + "time_limit out"
      ])
  }

  @Test func whatItComesAfterIsOneRunOrOneSchedule() {
    #expect(creation(["after": ["process_id": "train-1"]]) == [])
    #expect(update(["after": ["schedule_id": "schedule-1"]]) == [])
    #expect(update(["after": .null]) == [])
    #expect(
      creation(["after": [:]]) == [
        "after: names nothing; give the process_id of a run or the schedule_id of a schedule"
      ])
    #expect(
      creation(["after": ["process_id": "train-1", "schedule_id": "schedule-1"]]) == [
        "after: names both a run and a schedule; give process_id or schedule_id"
      ])
    #expect(
      creation(["after": ["schedule_id": "train-1"]]) == [
        "after.schedule_id: is none: train-1; schedule_list names them"
      ])
  }

  @Test func whatIsRunAtTheEndIsACommand() {
    #expect(creation(["on_finish": ["command": ["notify", "me"], "timeout_s": 3600]]) == [])
    #expect(update(["on_finish": .null]) == [])
    #expect(creation(["on_finish": ["command": []]]).first?.hasPrefix("on_finish.command: must have") == true)
    #expect(
      creation(["on_finish": ["command": [""], "timeout_s": 0]]) == [
        "on_finish.timeout_s: must be an integer from 1 to 3600, but is 0",
        "on_finish.command[0]: must not be empty: it names the program",
      ])
  }

  @Test func whatIsRequiredIsNamed() {
    #expect(
      problems(ScheduleCreateTool(registry: registry, surroundings: surroundings), [:]) == [
        "name: is required: a string", "trigger: is required: an object", "start: is required: an object",
      ])
  }

  @Test func allIsToldAtOnce() {
    #expect(
      creation([
        "name": "", "trigger": ["type": "cron", "cron_expression": "0 25 * * *", "timezone": "CET"],
        "start": ["command": [""], "cwd": "a\0b", "env": ["A=B": "c"], "detach": true],
        "overlap": "wait", "max_runs": 0, "catch_up": "all",
      ]) == [
        "name: must not be empty",
        "start.detach: is not an argument here; there are: command, cwd, env, name, tags, startup_timeout, "
          + "max_runtime, stall_after, on_stall, grace",
        #"overlap: must be one of "skip", "queue", "allow", but is "wait""#,
        "max_runs: must be an integer from 1 to 1000000000, but is 0",
        "trigger.timezone: 'CET' is no time zone: it is an abbreviation, and not the same all year or everywhere "
          + "(write Europe/Berlin); write an IANA name such as Europe/Berlin, or UTC",
        "trigger.cron_expression: hour: 25 is out of range; allowed: 0-23, '*' ',' '-' '/'",
        "catch_up: 'all' would start one run of a backlog, and overlap 'skip' would drop the others; "
          + "write overlap 'queue' or 'allow', or catch_up 'latest'",
        "start.command[0]: must not be empty: it names the program",
        "start.env.A=B: is no name for a variable",
        "start.cwd: must not hold a NUL character",
      ])
  }

  @Test(
    arguments: [
      (
        ["catch_up": "all"],
        "catch_up: 'all' would start one run of a backlog, and overlap 'skip' would drop the others; "
          + "write overlap 'queue' or 'allow', or catch_up 'latest'"
      ),
      (
        ["catch_up": "all", "overlap": "queue", "misfire_grace_s": 0],
        "catch_up: 'all' makes up what is late, and misfire_grace_s 0 lets nothing be late; "
          + "write a misfire_grace_s as long as the absence that is to be made up"
      ),
      (
        ["training_mode": "full", "data": ["a"], "on_no_new_data": "skip"],
        "on_no_new_data: 'skip' means nothing with training_mode full, which trains on all data; leave it out (take it "
          + "away with null), or write training_mode 'incremental'"
      ),
      (
        ["data": ["ok/**", "a.{csv,tsv}"]],
        "data[1]: holds a brace, which means nothing here; write one glob for each alternative, or [{] for the "
          + "character itself"
      ),
      (
        ["trigger": ["type": "once", "run_at": "2026-04-01T00:00:00Z"], "max_runs": 2],
        "max_runs: a trigger of type once runs once; leave it out"
      ),
      (
        ["trigger": ["type": "once", "run_at": "2026-03-27T11:59:00Z"], "misfire_grace_s": 30],
        "trigger.run_at: it was 60 s ago, which is more than 30 s; the server's time is "
          + "2026-03-27T12:00:00.000Z: write a time to come, or start the training with train_start"
      ),
    ] as [(JSONObject, String)])
  func whatContradictsItselfIsRefused(more: JSONObject, problem: String) {
    #expect(creation(more) == [problem])
  }

  @Test func numbersOfAnySizeAreOnlyRefused() {
    for number in [Int64.min, .max] {
      let trigger: JSONValue = [
        "type": "once", "run_at": "2026-03-27T11:00:00Z", "interval_seconds": .integer(number),
        "jitter_s": .integer(number),
      ]
      let found = creation([
        "trigger": trigger, "misfire_grace_s": .integer(number), "max_runs": .integer(number),
      ])
      for name in ["trigger.interval_seconds", "trigger.jitter_s", "misfire_grace_s", "max_runs"] {
        #expect(found.contains { $0.hasPrefix("\(name): must be an integer from ") }, "\(name) \(number)")
      }
      let once: JSONValue = ["type": "once", "run_at": "2026-03-27T11:00:00Z"]
      #expect(
        creation(["trigger": once, "misfire_grace_s": .integer(number)]).first?
          .hasPrefix("misfire_grace_s: must be an integer from 0 to 31622400") == true)
    }
  }

  @Test func longTextsAreNotQuotedBack() {
    let text = String(repeating: "x", count: 100_000)
    let trigger: JSONValue = [
      "type": "cron", "cron_expression": .string(text), "timezone": .string(text), "start_at": .string(text),
    ]
    let found = creation(["trigger": trigger])
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.utf8.count < 300 })
    #expect(
      found.first
        == "trigger.timezone: is too long for a name; write an IANA name such as Europe/Berlin, or UTC")
  }

  @Test func aTimeWithinTheGraceIsNotOver() {
    #expect(creation(["trigger": ["type": "once", "run_at": "2026-03-27T11:56:00Z"]]) == [])
  }

  @Test func aChangeChangesSomething() {
    #expect(update([:]) == ["(arguments): say nothing that is to change; give it beside schedule_id"])
    #expect(update(["name": "other"]) == [])
    #expect(update(["description": .null, "scope": .null, "max_runs": .null]) == [])
    #expect(update(["name": .null]) == ["name: must be a string, but is null: null"])
  }

  @Test func aChangeIsCheckedAsFarAsItGoes() {
    #expect(
      update(["trigger": ["type": "interval"], "start": ["command": ["a\0"]]]) == [
        "trigger.interval_seconds: is required by type interval",
        "start.command[0]: must not hold a NUL character",
      ])
    #expect(update(["data": ["a**"]]).map { $0.prefix(8) } == ["data[0]:"])
    #expect(update(["data": .null, "on_no_new_data": .null, "first_incremental": .null]) == [])
    // Whether it contradicts what the schedule has already is for the service to say.
    #expect(update(["catch_up": "all"]) == [])
    #expect(update(["on_no_new_data": "skip"]) == [])
  }

  @Test func oneScheduleIsAskedForAlone() {
    let tool = ScheduleListTool(registry: registry)
    #expect(problems(tool, ["schedule_id": "schedule-1"]) == [])
    #expect(problems(tool, ["status": "active", "name": "night", "limit": 5, "cursor": "c"]) == [])
    #expect(
      problems(tool, ["schedule_id": "schedule-1", "status": "active", "limit": 5]) == [
        "status: means nothing together with schedule_id, which asks for one schedule",
        "limit: means nothing together with schedule_id, which asks for one schedule",
      ])
  }

  @Test func whoIsMeantMustBeSaid() {
    let tools: [any Tool] = [
      ScheduleUpdateTool(registry: registry, surroundings: surroundings),
      ScheduleDeleteTool(registry: registry), SchedulePauseTool(registry: registry),
      ScheduleResumeTool(registry: registry), ScheduleHistoryTool(registry: registry),
    ]
    for tool in tools {
      #expect(
        SchemaChecker(schema: tool.definition.inputSchema).problems(with: [:]).map(\.description)
          == ["schedule_id: is required: a string"])
    }
  }
}
