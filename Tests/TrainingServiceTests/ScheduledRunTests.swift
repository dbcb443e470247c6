import Platform
import Scheduling
import Testing
import TrainingModel

@testable import TrainingService

/// What the run of an occurrence is given.
@Suite struct ScheduledRunTests {
  private static let created = Timestamp(nanoseconds: 1_763_696_400_000_000_000)

  private func record(_ mode: TrainingMode, success: Bool) throws -> ScheduleRecord {
    ScheduleRecord(
      schedule: Schedule(
        id: try #require(ScheduleID("schedule-20251121T034000-abcdefghijklmnopqrstuvwxyz")),
        definition: ScheduleDefinition(
          name: "nightly", trigger: TriggerSpecification(.interval(seconds: 60)),
          start: TrainingCommand(
            command: ["train", "--mode={mode}", "--since", "{since}", "{other}", "{"],
            environment: ["A": "{mode}"], stallAfter: 90, onStall: .stop),
          training: TrainingPlan(mode: mode)),
        createdAt: Self.created, updatedAt: Self.created, triggerSetAt: Self.created),
      progress: ScheduleProgress(
        state: ScheduleState(handledThrough: Self.created), status: .active,
        lastSuccess: success
          ? .init(run: try #require(RunID("train-last")), startedAt: Self.created) : nil))
  }

  private func specification(_ record: ScheduleRecord) -> RunSpecification {
    ScheduledRun.specification(
      record, scheduledFor: Self.created, maximumLogBytes: nil, createdAt: Self.created)
  }

  @Test func aLaterIncrementalRunIsToldSinceWhen() throws {
    let record = try record(.incremental, success: true)
    let since = "2025-11-21T03:40:00.000Z"
    #expect(
      specification(record).command == ["train", "--mode=incremental", "--since", since, "{other}", "{"])
    let environment = ScheduledRun.environment(record) { "/runs/\($0)" }
    #expect(
      environment == [
        "A": "{mode}", "SIGNALBOX_ATTEMPT": "1", "SIGNALBOX_TRAINING_MODE": "incremental",
        "SIGNALBOX_SINCE": since,
        "SIGNALBOX_LAST_RUN_DIR": "/runs/train-last",
      ])
  }

  @Test func itIsStoppedWhenItStallsIfTheScheduleSaysSo() throws {
    #expect(specification(try record(.full, success: false)).onStall == .stop)
    #expect(specification(try record(.full, success: false)).stallAfter == 90)
  }

  @Test func theFirstRunIsFullWhateverWasAskedFor() throws {
    let record = try record(.incremental, success: false)
    #expect(specification(record).command[1...3] == ["--mode=full", "--since", ""])
    let environment = ScheduledRun.environment(record) { "\($0)" }
    #expect(environment == ["A": "{mode}", "SIGNALBOX_ATTEMPT": "1", "SIGNALBOX_TRAINING_MODE": "full"])
  }

  @Test func aRunIsNamedByItsOccurrenceAndOutlivesItsServer() throws {
    let record = try record(.full, success: false)
    let first = specification(record)
    #expect(first.detach)
    #expect(first.name == "nightly")
    #expect(first.id == specification(record).id)
    let later = ScheduledRun.specification(
      record, scheduledFor: Timestamp(nanoseconds: Self.created.nanoseconds + 1), maximumLogBytes: nil,
      createdAt: Self.created)
    #expect(later.id != first.id)
    #expect(RunID(first.id.rawValue) == first.id)
  }

  @Test func stepsAndSleepsOfTheClockShow() {
    let start = ClockReading(wall: Self.created, monotonic: MonotonicInstant(nanoseconds: 0))
    func reading(_ wall: Int64, _ passed: Int64) -> ClockReading {
      ClockReading(
        wall: Timestamp(nanoseconds: Self.created.nanoseconds + wall * 1_000_000_000),
        monotonic: MonotonicInstant(nanoseconds: passed * 1_000_000_000))
    }
    #expect(!reading(60, 60).isStep(from: start))
    #expect(!reading(61, 60).isStep(from: start))
    #expect(reading(62, 60).isStep(from: start))
    #expect(reading(-3600, 60).isStep(from: start))
    #expect(
      reading(-3600, 60).expectedWall(after: start).nanoseconds
        == Self.created.nanoseconds + 60_000_000_000)
  }
}
