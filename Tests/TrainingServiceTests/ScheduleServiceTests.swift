import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Schedules as callers ask for them, with a registry that no process is started by.
@Suite(.timeLimit(.minutes(10))) struct ScheduleServiceTests {
  private static let yearly = TriggerSpecification(.cron(expression: "0 3 1 1 *"), timeZone: "Europe/Berlin")

  private func definition(
    _ name: String = "nightly", _ trigger: TriggerSpecification = Self.yearly,
    _ policy: SchedulePolicy = SchedulePolicy()
  ) -> ScheduleDefinition {
    ScheduleDefinition(
      name: name, trigger: trigger, start: TrainingCommand(command: ["true"]), policy: policy)
  }

  @Test func aNewScheduleIsActiveAndKnowsItsTimes() async throws {
    try await RegistryStage.with { registry, home in
      let created = try await registry.createSchedule(definition())
      #expect(created.status == .active)
      #expect(created.nextTimes.count == 5)
      #expect(created.nextTimes.allSatisfy { $0.text.hasSuffix("-01-01T03:00:00+01:00") })
      #expect(created.statistics.nextRunAt == created.nextTimes.first?.time)
      let read = try await registry.schedule(created.schedule.id.rawValue)
      #expect(read == created)
      #expect(try home.schedule(created.schedule.id).schedule == created.schedule)
    }
  }

  @Test func everythingThatIsWrongIsSaidAtOnceAndNothingIsMade() async throws {
    try await RegistryStage.with { registry, home in
      let trigger = TriggerSpecification(
        .cron(expression: "61 * * * FOO"), timeZone: "Europe/Berlim", startAt: "soon")
      do {
        _ = try await registry.createSchedule(definition("bad", trigger))
        Issue.record("it was created")
      } catch ServiceError.badSchedule(let problems) {
        #expect(
          problems.problems.map(\.argument) == ["timezone", "start_at", "cron_expression", "cron_expression"])
      }
      #expect(!home.hasSchedules)
    }
  }

  @Test func contradictionsAreRefused() async throws {
    try await RegistryStage.with { registry, _ in
      await #expect(throws: ServiceError.self) {
        _ = try await registry.createSchedule(
          definition("bad", Self.yearly, SchedulePolicy(catchUp: .all, overlap: .skip)))
      }
    }
  }

  @Test func listsGoByNameAndStatusAndInPages() async throws {
    try await RegistryStage.with { registry, _ in
      var ids: [String] = []
      for name in ["School A", "school B", "other"] {
        ids.append(try await registry.createSchedule(definition(name)).schedule.id.rawValue)
      }
      _ = try await registry.pauseSchedule(ids[1])
      let first = try await registry.schedules(ScheduleList.Query(name: "SCHOOL", limit: 1))
      #expect(first.schedules.map(\.schedule.definition.name) == ["school B"])
      #expect(first.counts == [.active: 1, .paused: 1])
      let second = try await registry.schedules(
        ScheduleList.Query(name: "SCHOOL", limit: 1, cursor: first.nextCursor))
      #expect(second.schedules.map(\.schedule.definition.name) == ["School A"])
      #expect(second.nextCursor == nil)
      let active = try await registry.schedules(ScheduleList.Query(status: .active))
      #expect(active.schedules.map(\.schedule.definition.name) == ["other", "School A"])
      await #expect(throws: ServiceError.badScheduleCursor("nothing")) {
        _ = try await registry.schedules(ScheduleList.Query(cursor: "nothing"))
      }
    }
  }

  @Test func pauseAndResumeKeepTheScheduleAndItsFile() async throws {
    try await RegistryStage.with { registry, home in
      let id = try await registry.createSchedule(definition()).schedule.id
      let paused = try await registry.pauseSchedule(id.rawValue)
      #expect(paused.status == .paused)
      #expect(paused.statistics.nextRunAt == nil)
      #expect(try home.schedule(id).progress.state.pausedSince != nil)
      #expect(try await registry.pauseSchedule(id.rawValue).status == .paused)
      #expect(try await registry.resumeSchedule(id.rawValue).status == .active)
      #expect(try home.schedule(id).progress.state.pausedSince == nil)
    }
  }

  @Test func anUpdateChangesWhatItNamesAndNothingElse() async throws {
    try await RegistryStage.with { registry, home in
      let before = try await registry.createSchedule(definition())
      var changes = ScheduleChanges()
      changes.name = "weekly"
      changes.scope = .some("school 7")
      changes.trigger = TriggerSpecification(.cron(expression: "@weekly"), timeZone: "UTC")
      let after = try await registry.updateSchedule(before.schedule.id.rawValue, changes)
      #expect(after.schedule.definition.name == "weekly")
      #expect(after.schedule.definition.scope == "school 7")
      #expect(after.schedule.definition.start == before.schedule.definition.start)
      #expect(after.schedule.createdAt == before.schedule.createdAt)
      #expect(after.nextTimes.allSatisfy { $0.text.hasSuffix("T00:00:00+00:00") })
      #expect(try home.schedule(before.schedule.id).schedule == after.schedule)
      changes = ScheduleChanges()
      changes.scope = .some(nil)
      #expect(
        try await registry.updateSchedule(before.schedule.id.rawValue, changes).schedule.definition.scope
          == nil)
    }
  }

  @Test func aBadUpdateChangesNothing() async throws {
    try await RegistryStage.with { registry, _ in
      let before = try await registry.createSchedule(definition())
      var changes = ScheduleChanges()
      changes.name = "new"
      changes.trigger = TriggerSpecification(.interval(seconds: 0))
      let wrong = changes
      await #expect(throws: ServiceError.self) {
        _ = try await registry.updateSchedule(before.schedule.id.rawValue, wrong)
      }
      #expect(try await registry.schedule(before.schedule.id.rawValue) == before)
    }
  }

  @Test func whatATrainingContradictsIsRefusedAtCreationAndChange() async throws {
    try await RegistryStage.with { registry, _ in
      func problems(_ body: () async throws -> SchedulePicture) async throws -> [String] {
        do { _ = try await body() } catch ServiceError.badSchedule(let found) {
          return found.problems.map(\.argument)
        }
        return []
      }
      var bad = definition()
      bad.training = TrainingPlan(data: ["a**"], onNoNewData: .skip)
      let wrong = bad
      #expect(
        try await problems { try await registry.createSchedule(wrong) } == ["data[0]", "on_no_new_data"])
      var good = definition()
      good.training = TrainingPlan(mode: .incremental, data: ["a/**"], onNoNewData: .skip)
      let id = try await registry.createSchedule(good).schedule.id.rawValue
      func change(_ body: (inout ScheduleChanges) -> Void) async throws -> SchedulePicture {
        var changes = ScheduleChanges()
        body(&changes)
        return try await registry.updateSchedule(id, changes)
      }
      #expect(try await problems { try await change { $0.mode = .full } } == ["on_no_new_data"])
      #expect(try await problems { try await change { $0.data = [] } } == ["on_no_new_data"])
      #expect(try await problems { try await change { $0.forceRetrain = true } } == ["force_retrain"])
      let changed = try await change {
        $0.mode = .full
        $0.onNoNewData = .some(nil)
        $0.forceRetrain = true
      }
      #expect(changed.schedule.definition.training == TrainingPlan(forceRetrain: true, data: ["a/**"]))
      #expect(try await change { $0.data = [] }.schedule.definition.training.data == [])
    }
  }

  @Test func globsThatFindNothingAreSaidAtOnce() async throws {
    try await RegistryStage.with { registry, home in
      var definition = definition()
      definition.training.data = ["data/*.csv"]
      let created = try await registry.createSchedule(definition)
      let directory = try #require(created.schedule.definition.start.workingDirectory)
      #expect(created.warnings == ["no file matches its data (data/*.csv in \(directory)) now"])
      try FileSystem.makeDirectories(directory + "/data")
      try FileSystem.replace(directory + "/data/a.csv", with: [1], durable: false)
      let id = created.schedule.id.rawValue
      var changes = ScheduleChanges()
      changes.data = ["data/**"]
      #expect(try await registry.updateSchedule(id, changes).warnings == [])
      changes.data = ["data", String(repeating: "x", count: 300) + "/*"]
      let warnings = try await registry.updateSchedule(id, changes).warnings
      #expect(warnings.count == 1)
      #expect(warnings.first?.contains("could not be looked at as a whole: ") == true)
      #expect(try await registry.schedule(id).warnings == [], "only who has written them is told")
    }
  }

  /// Before there were data to look at, both were taken together.
  @Test func whatContradictedItselfBeforeCanBeChangedInOtherThings() async throws {
    try await RegistryStage.with { registry, home in
      var record = try home.schedule(try await registry.createSchedule(definition()).schedule.id)
      record.schedule.definition.training = TrainingPlan(mode: .incremental, forceRetrain: true)
      for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(home.historyPath + suffix) }
      try home.write(record)
      var changes = ScheduleChanges()
      changes.name = "other"
      let id = record.schedule.id.rawValue
      let changed = try await registry.updateSchedule(id, changes)
      #expect(changed.schedule.definition.name == "other")
      #expect(changed.schedule.definition.training.forceRetrain)
      changes.data = ["a"]
      let wrong = changes
      await #expect(throws: ServiceError.self) { _ = try await registry.updateSchedule(id, wrong) }
    }
  }

  @Test func aDeletedScheduleIsUnknown() async throws {
    try await RegistryStage.with { registry, home in
      let id = try await registry.createSchedule(definition()).schedule.id
      let deletion = try await registry.deleteSchedule(id.rawValue)
      #expect(deletion.running.isEmpty)
      #expect(try home.scheduleIDs().isEmpty)
      await #expect(throws: ServiceError.unknownSchedule(id.rawValue)) {
        _ = try await registry.schedule(id.rawValue)
      }
      await #expect(throws: ServiceError.unknownSchedule(id.rawValue)) {
        _ = try await registry.pauseSchedule(id.rawValue)
      }
    }
  }

  @Test func aReadOnlyServerChangesNothingAndHoldsNoLease() async throws {
    try await RegistryStage.with(isReadOnly: true) { registry, home in
      await #expect(throws: ServiceError.readOnly) { _ = try await registry.createSchedule(definition()) }
      await registry.takePartInScheduling()
      #expect(FileSystem.kind(of: home.leasePath) == nil)
    }
  }

  @Test func askingMakesNothing() async throws {
    try await RegistryStage.with { registry, home in
      let list = try await registry.schedules(ScheduleList.Query())
      #expect(list.schedules.isEmpty)
      #expect(FileSystem.kind(of: home.historyPath) == nil)
      #expect(FileSystem.kind(of: home.leasePath) == nil)
    }
  }
}
