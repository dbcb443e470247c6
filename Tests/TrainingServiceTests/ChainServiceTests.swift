import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// What a schedule may come after, as callers ask for it.
@Suite(.timeLimit(.minutes(10))) struct ChainServiceTests {
  private func definition(_ name: String, after: ChainCondition? = nil) -> ScheduleDefinition {
    ScheduleDefinition(
      name: name, trigger: TriggerSpecification(.cron(expression: "0 3 1 1 *"), timeZone: "UTC"),
      start: TrainingCommand(command: ["true"]), after: after)
  }

  private func refusal(_ work: () async throws -> SchedulePicture) async -> String? {
    do {
      _ = try await work()
      return nil
    } catch ServiceError.badSchedule(let problems) {
      return problems.problems.map(\.description).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  private func change(_ after: ChainCondition?) -> ScheduleChanges {
    var changes = ScheduleChanges()
    changes.after = .some(after)
    return changes
  }

  @Test func whatIsNotThereIsRefusedAndNothingIsMade() async throws {
    try await RegistryStage.with { registry, home in
      let run = try #require(RunID("train-nothing"))
      let schedule = try #require(ScheduleID("schedule-nothing"))
      #expect(
        await refusal { try await registry.createSchedule(definition("a", after: .run(run))) }
          == "after.process_id: there is no run train-nothing; train_status with action list names the runs")
      #expect(
        await refusal { try await registry.createSchedule(definition("a", after: .schedule(schedule))) }
          == "after.schedule_id: there is no schedule schedule-nothing; schedule_list names the schedules")
      #expect(try home.scheduleIDs() == [])
    }
  }

  @Test func cyclesAreNamedAndChangeNothing() async throws {
    try await RegistryStage.with { registry, home in
      let a = try await registry.createSchedule(definition("a")).schedule.id
      let b = try await registry.createSchedule(definition("b", after: .schedule(a))).schedule.id
      let c = try await registry.createSchedule(definition("c", after: .schedule(b))).schedule.id
      #expect(
        await refusal { try await registry.updateSchedule(a.rawValue, change(.schedule(c))) }
          == "after.schedule_id: each would wait for the other: \(a) (a) after \(c) (c) after \(b) (b) after \(a) (a); "
          + "take the after of one of them away, with schedule_update and null")
      #expect(
        await refusal { try await registry.updateSchedule(a.rawValue, change(.schedule(a))) }?
          .contains("cannot come after itself") == true)
      #expect(try home.schedule(a).schedule.definition.after == nil)
      _ = try await registry.updateSchedule(b.rawValue, change(nil))
      let changed = try await registry.updateSchedule(a.rawValue, change(.schedule(c)))
      #expect(changed.schedule.definition.after == .schedule(c))
      #expect(try home.schedule(a).schedule.definition.after == .schedule(c), "its file says so too")
    }
  }

  @Test func aRunThatHasFailedIsRefused() async throws {
    try await RegistryStage.with { registry, home in
      let failed = try home.makeExample(1)
      try failed.startExample()
      try failed.endExample(code: 1)
      let run = try failed.specification().id
      #expect(
        await refusal { try await registry.createSchedule(definition("a", after: .run(run))) }
          == "after.process_id: it would never start anything: the run \(run) that it comes after ended as failed; "
          + "name one that may still complete")
    }
  }
}
