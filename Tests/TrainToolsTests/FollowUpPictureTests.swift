import AgentProtocol
import JSON
import Platform
import RunStore
import Scheduling
import Testing
import TrainingAnswers
import TrainingModel
import ZoneInfo

@testable import TrainTools
@testable import TrainingService

/// What happens around runs, as answers: what the schemas promise, and what a model reads.
@Suite struct FollowUpPictureTests {
  private static let run = "train-20260301T000000-" + String(repeating: "b", count: 26)
  private static let id = "schedule-20260301T000000-" + String(repeating: "a", count: 26)

  private let registry: RunRegistry
  private let surroundings: TriggerSurroundings

  init() throws {
    // Nobody is asked anything here: the tools are there for their schemas.
    registry = RunRegistry(
      loop: try EventLoop(), archiveLoop: try EventLoop(), home: HomeDirectory(path: "/nonexistent"),
      policy: StartPolicy(roots: ["/"], startDirectory: "/", isReadOnly: false),
      supervisorProgram: "/nonexistent", environment: Environment(), forms: .answers, complain: { _ in })
    let now = try Timestamp("2026-03-27T12:00:00Z")
    surroundings = TriggerSurroundings(zones: Zones.berlin) { now }
  }

  private func picture() throws -> SchedulePicture {
    let time = try Timestamp("2026-03-01T00:00:00Z")
    return SchedulePicture(
      schedule: Schedule(
        id: try #require(ScheduleID(Self.id)),
        definition: ScheduleDefinition(
          name: "nightly",
          trigger: TriggerSpecification(.cron(expression: "0 2 * * *"), timeZone: "Europe/Berlin"),
          start: TrainingCommand(command: ["true"]),
          policy: SchedulePolicy(retry: RetryPolicy(maxAttempts: 3, backoff: 60, onlyFor: [.networkError])),
          after: .run(try #require(RunID(Self.run))), onFinish: FinishCommand(command: ["notify"])),
        createdAt: time, updatedAt: time, triggerSetAt: time),
      status: .active, statistics: ScheduleStatistics(), nextTimes: [], warnings: [],
      zone: try Zones.berlin.rules(of: "Europe/Berlin"), waiting: [time])
  }

  @Test func everyAnswerFitsItsSchema() throws {
    let tools: [any Tool] = [
      ScheduleCreateTool(registry: registry, surroundings: surroundings),
      ScheduleUpdateTool(registry: registry, surroundings: surroundings),
      SchedulePauseTool(registry: registry),
      ScheduleResumeTool(registry: registry), ScheduleListTool(registry: registry),
    ]
    let answer = try picture().result(next: "n").structuredContent
    for tool in tools {
      let schema = SchemaChecker(schema: tool.definition.outputSchema)
      #expect(schema.problems(with: .object(answer)) == [], "\(tool.definition.name)")
    }
  }

  @Test func anExecutionTellsItsAttemptsAndItsCommand() throws {
    let zone = try Zones.berlin.rules(of: "Europe/Berlin")
    let time = try Timestamp("2026-03-01T01:00:00Z")
    let schema = SchemaChecker(schema: ScheduleHistoryTool(registry: registry).definition.outputSchema)
    for result in [FinishOutcome.Result.exited(code: 1), .signalled("SIGSEGV"), .error("no")] {
      let execution = Execution(
        id: "execution-1", schedule: try #require(ScheduleID(Self.id)), scheduledFor: time, status: .failed,
        run: RunID(Self.run), attempts: 2, earlierRuns: [try #require(RunID("train-1"))], retryAt: time,
        onFinish: FinishOutcome(result, endedAt: time))
      let answer: JSONObject = [
        "schedule_id": .string(Self.id), "executions": [.object(execution.json(in: zone))], "next": "n",
      ]
      #expect(schema.problems(with: .object(answer)) == [])
      let problem = try #require(execution.onFinish?.problem)
      #expect(
        execution.textLines(in: zone) == [
          "- 2026-03-01T02:00:00+01:00: failed, run \(Self.run), attempt 2, next attempt at 2026-03-01T02:00:00+01:00, "
            + "on_finish: \(problem)"
        ])
    }
  }

  @Test func aModelReadsWhatIsWaitedFor() throws {
    let picture = try picture()
    #expect(
      picture.textLines.dropFirst(2) == [
        "Tries again after network_error: 3 attempts in all, the second after 60 s.",
        "Starts only once the run \(Self.run) has completed.",
        "At the end of each run a command is run.", "Waits since: 2026-03-01T01:00:00+01:00",
      ])
    #expect(NextStep.after(picture).hasPrefix("An occurrence waits; train_status with action \"wait\""))
  }
}
